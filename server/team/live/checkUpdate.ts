import * as Y from 'yjs';
import { gateMap, partFragment, partStatesMap } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { isKnownMark, isKnownNode } from '../../../core/narrative/preflight';
import {
  decisionsMap,
  drawerMap,
  evidenceMap,
  factsMap,
  linksMap,
  promisesMap,
  screensMap,
  storyboardsMap,
} from '../../../core/narrative/recordMaps';

/** What is wrong with a change: it builds on words that are not here, cannot be read, or holds what nobody knows. */
export type UpdateFault =
  | { kind: 'gap' }
  | { kind: 'unreadable' }
  /** Such as `node callout`, or `root x` for a place that no narrative has. */
  | { kind: 'unknown'; name: string };

/** What may stand in a place of the document: blocks, text, or values by key. Null for a place that was deleted. */
type Place = { holds: 'blocks' | 'text' | 'values'; isRoot: boolean } | null;
interface Spot {
  place: Place;
  key: string | null;
}
type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;
type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** Makes the places that every narrative has, so that a change which names another one is known by that. */
export function openPlaces(doc: Y.Doc): void {
  for (const part of partKeys) partFragment(doc, part);
  const records = [decisionsMap, drawerMap, evidenceMap, factsMap, linksMap, promisesMap, screensMap];
  for (const map of [...records, storyboardsMap, gateMap, partStatesMap]) map(doc);
}

/**
 * Looks at a change before it is taken in, because a shared document cannot take one back. Costs about as much as
 * applying it: the rest of the document is not looked at. `doc` has its places, see `openPlaces`.
 */
export function findUpdateFault(doc: Y.Doc, update: Uint8Array): UpdateFault | null {
  try {
    const decoded = Y.decodeUpdate(update);
    if (hasGap(doc, decoded)) return { kind: 'gap' };
    const name = findUnknown(doc, decoded);
    return name === null ? null : { kind: 'unknown', name };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Whether the change needs something that neither the document nor itself holds. */
function hasGap(doc: Y.Doc, { structs, ds }: DecodedUpdate): boolean {
  const ends = new Map<number, number>();
  const end = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const next = clock + struct.length;
    if (next <= end(client)) continue;
    if (clock > end(client) || struct instanceof Y.Skip) return true;
    ends.set(client, next);
  }
  const isMissing = (id: Y.ID | null) => id !== null && id.clock >= end(id.client);
  const needs = (struct: Y.Item | Y.GC | Y.Skip) =>
    struct instanceof Y.Item && [struct.origin, struct.rightOrigin, idOfParent(struct)].some(isMissing);
  if (structs.some(needs)) return true;
  return [...ds.clients].some(([client, items]) => items.some(({ clock, len }) => clock + len > end(client)));
}

function idOfParent({ parent }: Y.Item): Y.ID | null {
  return parent instanceof Y.ID ? parent : null;
}

function findUnknown(doc: Y.Doc, { structs }: DecodedUpdate): string | null {
  const spotOf = createSpots(doc, structs);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client)) continue;
    const name = unknownIn(struct, spotOf);
    if (name !== null) return name;
  }
  return null;
}

/** What of one item does not belong where it wants to stand; null when all of it does. */
function unknownIn(item: Y.Item, spotOf: (item: Y.Item) => Spot): string | null {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return null;
  if (typeof item.parent === 'string' && spotOf(item).place === null) return `root ${item.parent}`;
  const { place, key } = spotOf(item);
  // Yjs drops what stands in something deleted.
  if (place === null) return null;
  const fits =
    place.holds === 'values' ? key !== null : key === null || (place.holds === 'blocks' && !place.isRoot);
  if (!fits) return `place ${place.holds}`;
  if (key !== null) return content instanceof Y.ContentAny ? null : 'value';
  if (place.holds === 'text') return unknownInText(content);
  // A part holds blocks; letters stand in them.
  const isLooseText = place.isRoot && content instanceof Y.ContentType && content.type instanceof Y.XmlText;
  return isLooseText ? 'text outside of a block' : unknownBlock(content);
}

function unknownInText(content: Y.Item['content']): string | null {
  if (content instanceof Y.ContentString) return null;
  if (!(content instanceof Y.ContentFormat)) return 'text';
  return isKnownMark(content.key) ? null : `mark ${content.key}`;
}

function unknownBlock(content: Y.Item['content']): string | null {
  if (!(content instanceof Y.ContentType)) return 'block';
  const { type } = content;
  if (type instanceof Y.XmlText) return null;
  if (!(type instanceof Y.XmlElement)) return 'block';
  // ProseMirror's own names for a whole part and for letters are never elements.
  const isBlock = isKnownNode(type.nodeName) && type.nodeName !== 'doc' && type.nodeName !== 'text';
  return isBlock ? null : `node ${type.nodeName}`;
}

/** Tells where items of a change will stand. Items after another one name only that one, so it is followed. */
function createSpots(doc: Y.Doc, structs: DecodedUpdate['structs']) {
  const own = new Map<number, Y.Item[]>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const items = own.get(struct.id.client) ?? [];
    if (items.length === 0) own.set(struct.id.client, items);
    items.push(struct);
  }
  const known = new Map<Y.Item, Spot>();

  const find = ({ client, clock }: Y.ID): Y.Item | null => {
    if (clock < Y.getState(doc.store, client)) {
      const there: unknown = Y.getItem(doc.store, Y.createID(client, clock));
      return there instanceof Y.Item ? there : null;
    }
    return itemAt(own.get(client) ?? [], clock);
  };

  const look = (item: Y.Item): Spot => {
    const { parent, parentSub: key } = item;
    if (parent instanceof Y.AbstractType) return { place: placeOf(parent), key };
    if (typeof parent === 'string') {
      const root = doc.share.get(parent);
      return { place: root ? placeOf(root) : null, key };
    }
    if (parent instanceof Y.ID) {
      const content = find(parent)?.content;
      return { place: content instanceof Y.ContentType ? placeOf(content.type) : null, key };
    }
    const neighbour = item.origin ?? item.rightOrigin;
    const found = neighbour && find(neighbour);
    return found ? spotOf(found) : { place: null, key };
  };

  function spotOf(item: Y.Item): Spot {
    const spot = known.get(item) ?? look(item);
    known.set(item, spot);
    return spot;
  }
  return spotOf;
}

function placeOf(type: SharedType): Place {
  if (type instanceof Y.XmlText) return { holds: 'text', isRoot: false };
  if (type instanceof Y.XmlElement) return { holds: 'blocks', isRoot: false };
  if (type instanceof Y.XmlFragment) return { holds: 'blocks', isRoot: true };
  return { holds: 'values', isRoot: type instanceof Y.Map };
}

/** The item that holds a clock, by halving; `items` are of one client, in order. */
function itemAt(items: readonly Y.Item[], clock: number): Y.Item | null {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (!item) return null;
    if (clock < item.id.clock) high = middle - 1;
    else if (clock >= item.id.clock + item.length) low = middle + 1;
    else return item;
  }
  return null;
}
