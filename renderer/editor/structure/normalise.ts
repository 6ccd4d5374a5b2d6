import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { manualSections, type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { emptyFaqItem, emptyManual, emptySection, emptyUseCase } from '../../../core/narrative/partTemplate';
import type { RichNode } from '../../../core/narrative/richText';
import { isItem } from './cells';
import { visitNamedBlocks } from './namedBlocks';

export interface NormaliseOptions {
  part: PartKey;
  newId: () => string;
}

interface Repair {
  pos: number;
  apply: (tr: Transaction) => void;
}

const itemOfKind = { faq: 'faqItem', stories: 'useCase', manuals: 'manual' } as const;
const labelOfItem: Readonly<Record<string, string>> = {
  faqItem: 'faqQuestion',
  useCase: 'title',
  step: 'title',
  manual: 'title',
};

/** Items that were looked at and need nothing; nodes never change, so an answer about one stays true. */
const soundItems = new WeakSet<ProseMirrorNode>();

/**
 * Repairs what a merge, a paste or an older file may leave behind: an item without its question or title, a
 * part without an item, a lost or doubled fixed section, a missing or doubled id. Never removes words.
 */
export function normalise(tr: Transaction, options: NormaliseOptions): Transaction {
  const { doc } = tr;
  // At one position, what changes a node in place comes before what puts another node there.
  const repairs = [...repairIds(doc, options.newId), ...repairItems(doc), ...repairPart(doc, options)];
  // From the end to the start, so that each position still holds when its turn comes.
  for (const repair of repairs.sort((a, b) => b.pos - a.pos)) repair.apply(tr);
  return tr;
}

function repairPart(doc: ProseMirrorNode, { part, newId }: NormaliseOptions): Repair[] {
  const { kind, sections } = partDefinitions[part];
  if (kind === 'sections') return repairSections(doc, { start: 0, insertFrom: 0, expected: sections });
  return kind === 'plain' ? [] : repairMissingItem(doc, itemOfKind[kind], newId);
}

type ItemName = 'faqItem' | 'useCase' | 'manual';

/** The template of one item, with fresh ids. */
function emptyItem(name: ItemName, newId: () => string): RichNode {
  switch (name) {
    case 'faqItem':
      return emptyFaqItem(newId());
    case 'useCase':
      return emptyUseCase(newId(), newId());
    case 'manual':
      return emptyManual(newId());
  }
}

function repairMissingItem(doc: ProseMirrorNode, name: ItemName, newId: () => string): Repair[] {
  let found = false;
  doc.forEach((child) => {
    found ||= child.type.name === name;
  });
  if (found) return [];
  const end = doc.content.size;
  // Blank paragraphs are only what was left when the last item went.
  const isBlank = isWordless(doc) && doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph';
  const place = (tr: Transaction, item: ProseMirrorNode) =>
    isBlank ? tr.replaceWith(0, end, item) : tr.insert(end, item);
  return [{ pos: end, apply: (tr) => place(tr, doc.type.schema.nodeFromJSON(emptyItem(name, newId))) }];
}

function isWordless(node: ProseMirrorNode): boolean {
  let empty = true;
  node.descendants((child) => {
    if (child.isText || (child.isAtom && child.type.name !== 'hardBreak')) empty = false;
    return empty;
  });
  return empty;
}

interface ExpectedSections {
  /** Where the parent's content starts. */
  start: number;
  /** Where a missing first section is put. */
  insertFrom: number;
  expected: readonly { key: string }[];
}

function repairSections(parent: ProseMirrorNode, place: ExpectedSections): Repair[] {
  const first = new Map<string, { pos: number; node: ProseMirrorNode }>();
  const repairs: Repair[] = [];
  parent.forEach((node, offset) => {
    if (node.type.name !== 'section' || node.attrs.fixed !== true) return;
    const pos = place.start + offset;
    const earlier = first.get(node.attrs.key);
    if (earlier === undefined) first.set(node.attrs.key, { pos, node });
    else repairs.push(...mergeDoubledSection(earlier, { pos, node }));
  });
  return [...repairs, ...addMissingSections(parent.type.schema, first, place)];
}

type Placed = { pos: number; node: ProseMirrorNode };

function mergeDoubledSection(kept: Placed, doubled: Placed): Repair[] {
  const end = kept.pos + kept.node.nodeSize - 1;
  let moved = doubled.node;
  const take = (tr: Transaction) => {
    // As it is by then: ids inside of it were repaired before.
    moved = tr.doc.nodeAt(doubled.pos) ?? doubled.node;
    tr.delete(doubled.pos, doubled.pos + moved.nodeSize);
  };
  return [
    { pos: doubled.pos, apply: take },
    { pos: end, apply: (tr) => (isWordless(moved) ? tr : tr.insert(end, moved.content)) },
  ];
}

function addMissingSections(
  schema: Schema,
  present: ReadonlyMap<string, Placed>,
  { insertFrom, expected }: ExpectedSections,
): Repair[] {
  const missingAt = new Map<number, ProseMirrorNode[]>();
  let at = insertFrom;
  for (const { key } of expected) {
    const found = present.get(key);
    if (found) at = Math.max(at, found.pos + found.node.nodeSize);
    else missingAt.set(at, [...(missingAt.get(at) ?? []), schema.nodeFromJSON(emptySection(key))]);
  }
  return [...missingAt].map(([pos, nodes]) => ({ pos, apply: (tr) => tr.insert(pos, nodes) }));
}

function repairItems(doc: ProseMirrorNode): Repair[] {
  const repairs: Repair[] = [];
  const visit = (parent: ProseMirrorNode, start: number): number => {
    const before = repairs.length;
    parent.forEach((node, offset) => {
      if (!isItem(node) || soundItems.has(node)) return;
      const pos = start + offset;
      const own = repairItem(node, pos);
      repairs.push(...own);
      if (visit(node, pos + 1) + own.length === 0) soundItems.add(node);
    });
    return repairs.length - before;
  };
  visit(doc, 0);
  return repairs;
}

function repairItem(item: ProseMirrorNode, pos: number): Repair[] {
  const repairs = repairLabels(item, pos);
  if (item.type.name === 'manual') repairs.push(...repairManualSections(item, pos));
  const needsText = item.type.name === 'faqItem' || item.type.name === 'step';
  if (needsText && !hasBlock(item)) {
    const end = pos + item.nodeSize - 1;
    repairs.push({ pos: end, apply: (tr) => tr.insert(end, tr.doc.type.schema.node('paragraph')) });
  }
  return repairs;
}

function hasBlock(item: ProseMirrorNode): boolean {
  let found = false;
  item.forEach((child) => {
    found ||= child.type.isInGroup('block');
  });
  return found;
}

/** Lost sections of a manual come back after its title. */
function repairManualSections(item: ProseMirrorNode, pos: number): Repair[] {
  const titleSize = item.firstChild?.type.name === 'title' ? item.firstChild.nodeSize : 0;
  return repairSections(item, { start: pos + 1, insertFrom: pos + 1 + titleSize, expected: manualSections });
}

/** One label at the head of the item: a heading there becomes it, a later one becomes a paragraph. */
function repairLabels(item: ProseMirrorNode, pos: number): Repair[] {
  const { schema } = item.type;
  const label = schema.nodes[labelOfItem[item.type.name] ?? ''];
  const paragraph = schema.nodes.paragraph;
  if (!label || !paragraph) return [];
  const labels: number[] = [];
  item.forEach((child, offset) => {
    if (child.type === label) labels.push(pos + 1 + offset);
  });
  if (labels.length > 0) {
    return labels
      .slice(1)
      .map((extra) => ({ pos: extra, apply: (tr) => tr.setNodeMarkup(extra, paragraph) }));
  }
  const head = pos + 1;
  const startsWithHeading = item.firstChild?.type.name === 'heading';
  return [
    {
      pos: head,
      apply: (tr) =>
        startsWithHeading ? tr.setNodeMarkup(head, label, {}) : tr.insert(head, label.create()),
    },
  ];
}

/** The node and where it stands, before any repair. */
type Visit = (node: ProseMirrorNode, pos: number) => void;

function repairIds(doc: ProseMirrorNode, newId: () => string): Repair[] {
  const seen = new Set<string>();
  const repairs: Repair[] = [];
  const need: Visit = (node, pos) => {
    const id: unknown = node.attrs.id;
    if (typeof id === 'string' && id !== '' && !seen.has(id)) seen.add(id);
    else repairs.push({ pos, apply: (tr) => tr.setNodeAttribute(pos, 'id', newId()) });
  };
  const visit = (parent: ProseMirrorNode, start: number): void => {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (isItem(node)) {
        need(node, pos);
        visit(node, pos + 1);
      } else visitNamedBlocks(node, pos, need);
    });
  };
  visit(doc, 0);
  return repairs;
}
