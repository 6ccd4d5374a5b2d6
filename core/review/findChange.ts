import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model';
import type { RichNode } from '../narrative/richText';
import type { Anchor } from './anchor';
import { inlineKey, nodeKey, nodesKey } from './compare/nodeKey';
import type { PositionRange } from './createAnchor';
import { commonAfter, commonBefore } from './findQuote';
import { locate, offsetAt, type PartText, positionAt } from './partText';
import { type Placement, placeAnchor } from './placeAnchor';
import { readDocText } from './readPartText';
import { hasRecordMarks, withoutRecordMarks, withRecordMarksOf } from './recordMarks';
import type { TextChange } from './textChange';

/** A suggestion, whoever made it. */
export interface Suggested {
  anchor: Anchor;
  change: TextChange;
}

/** Where a change would stand in a text, in ProseMirror positions, and what would stand there instead. */
export interface ChangePlace extends PositionRange {
  content: Fragment;
}

/**
 * Where a suggestion would change a text now; null when the text there is no longer what was read then, or when it
 * says already what was suggested. `doc` is the part in any schema of ours, such as an editor's, and `text` the same
 * part as anchors see it. Its range is what to draw; it is empty where something would be put in.
 */
export function findChange(doc: Node, text: PartText, suggested: Suggested): ChangePlace | null {
  return findChangeAt(doc, { text, suggested, placement: placeChange(text, suggested) });
}

interface Search {
  text: PartText;
  suggested: Suggested;
  placement: Placement;
}

/** As `findChange`, for a place that is known. */
export function findChangeAt(doc: Node, search: Search): ChangePlace | null {
  try {
    return placeIn(doc, search);
  } catch {
    // A change from a file may hold what no document can.
    return null;
  }
}

/**
 * Where the words stand that a change is anchored to. Blocks are put beside a line even when its words are others by now;
 * the same words elsewhere are another line.
 */
function placeChange(text: PartText, { anchor, change }: Suggested): Placement {
  const placement = placeAnchor(text, anchor);
  if (placement.state === 'exact' || change.kind !== 'insert') return placement;
  const stood = (anchor.from && locate(text, anchor.from)) ?? (anchor.to && locate(text, anchor.to));
  const inSection =
    change.side === 'inside' && text.lines.findLast(({ section }) => section === anchor.section);
  const offset = stood ? stood.at : inSection && placement.state === 'orphan' ? inSection.start : null;
  if (offset === null) return placement;
  const position = positionAt(text, offset);
  return { state: 'found', from: position, to: position };
}

function placeIn(doc: Node, { text, suggested, placement }: Search): ChangePlace | null {
  if (placement.state === 'orphan') return null;
  const { change } = suggested;
  const range = { from: placement.from, to: placement.to };
  const content = 'now' in change ? contentOf(doc, change.now) : Fragment.empty;
  const insertion = { doc, text, anchor: suggested.anchor, range, content };
  switch (change.kind) {
    case 'words': {
      const was = contentOf(doc, change.was);
      const there = wordsThere(doc, range, was);
      if (!there || (change.was.length === 0 && areWordsThere(insertion))) return null;
      return { ...range, content: hasRecordMarks(was) ? content : withRecordMarksOf(there, content) };
    }
    case 'delete':
    case 'replace': {
      const found = findBlocks(doc.resolve(placement.from), contentOf(doc, change.was));
      return found && { ...found, content };
    }
    case 'insert': {
      const position = insertPosition(doc, range, change);
      if (position === null || areBlocksThere(insertion, position)) return null;
      return { from: position, to: position, content };
    }
  }
}

const contentOf = (doc: Node, nodes: readonly unknown[]): Fragment =>
  Fragment.fromArray(nodes.map((node) => doc.type.schema.nodeFromJSON(node)));

/** The inline content of a range where it says what was read; null where it says something else. */
function wordsThere(doc: Node, { from, to }: PositionRange, was: Fragment): Fragment | null {
  const [start, end] = [doc.resolve(from), doc.resolve(to)];
  const block = start.parent;
  if (!block.isTextblock || !start.sameParent(end)) return null;
  const there = block.content.cut(start.parentOffset, end.parentOffset);
  const key = (inline: Fragment) => inlineKey(block.type.create(block.attrs, inline), 0, inline.size);
  return areSame(there, was, key) ? there : null;
}

/** Equal, or equal but for marks of records that whoever read the text could not see. */
function areSame(there: Fragment, was: Fragment, keyOf: (nodes: Fragment) => string): boolean {
  const wanted = keyOf(was);
  if (keyOf(there) === wanted) return true;
  return !hasRecordMarks(was) && hasRecordMarks(there) && keyOf(withoutRecordMarks(there)) === wanted;
}

/** The neighbouring blocks that say what was read, at or around a position. */
function findBlocks(at: ResolvedPos, was: Fragment): PositionRange | null {
  const count = was.childCount;
  if (count === 0) return null;
  for (let depth = at.depth; depth >= 0; depth -= 1) {
    const index = at.index(depth);
    const blocks = at.node(depth).children.slice(index, index + count);
    if (!areSame(Fragment.fromArray(blocks), was, blocksKey)) continue;
    const from = at.posAtIndex(index, depth);
    return { from, to: from + blocks.reduce((size, block) => size + block.nodeSize, 0) };
  }
  return null;
}

const blocksKey = (blocks: Fragment): string => nodesKey(blocks.content);

const containers: ReadonlySet<string> = new Set(['section', 'faqItem', 'useCase', 'step', 'manual']);

function insertPosition(
  doc: Node,
  { from, to }: PositionRange,
  { side, level = 0 }: TextChange & { kind: 'insert' },
): number | null {
  const at = doc.resolve(side === 'after' ? to : from);
  const [before, behind] = [at.nodeBefore, at.nodeAfter];
  if (side === 'inside') {
    if (behind && containers.has(behind.type.name)) return from + behind.nodeSize - 1;
    let depth = at.depth;
    while (depth > 0 && !containers.has(at.node(depth).type.name)) depth -= 1;
    return at.end(depth);
  }
  // Beside a line the position is inside of it; beside a picture or an item it is beside that already.
  const isInside = at.parent.isTextblock;
  const depth = at.depth - level + (isInside ? 0 : 1);
  if (depth < 1) return null;
  if (depth > at.depth) return (side === 'after' ? before : behind) ? at.pos : null;
  return side === 'after' ? at.after(depth) : at.before(depth);
}

interface Insertion {
  doc: Node;
  text: PartText;
  anchor: Anchor;
  /** Where the anchor is. */
  range: PositionRange;
  content: Fragment;
}

/** Whether words that would be put in stand there already, as when they were put in by hand. */
function areWordsThere({ doc, text, anchor, range, content }: Insertion): boolean {
  const at = doc.resolve(range.from);
  const offset = offsetAt(text, range.from, 'before');
  const { size } = content;
  return (
    (isSame(at, content, [0, size]) && isPutAfter(text, anchor, [offset, size])) ||
    (isSame(at, content, [-size, 0]) && isPutBefore(text, anchor, [offset, size]))
  );
}

/** The same for blocks at a position on one side of the anchor. */
function areBlocksThere({ doc, text, anchor, range, content }: Insertion, position: number): boolean {
  const at = doc.resolve(position);
  const lines = readDocText({ type: 'doc', content: content.toJSON() as RichNode[] }).text.length + 1;
  if (position >= range.to) {
    const end = offsetAt(text, range.to, 'before');
    return isSame(at, content, [0, content.size]) && isPutAfter(text, anchor, [end, lines]);
  }
  const start = offsetAt(text, range.from, 'after');
  return isSame(at, content, [-content.size, 0]) && isPutBefore(text, anchor, [start, lines]);
}

/** Characters of the surroundings that tell whether they are those that were read. */
const near = 8;

/** The surroundings are those that were read then only without what stands there now. */
function isPutAfter(
  { text }: PartText,
  { after }: Anchor,
  [offset, size]: readonly [number, number],
): boolean {
  const isAsRead = (from: number) => commonAfter(text, from, after) >= Math.min(after.length, near);
  return !isAsRead(offset) && isAsRead(offset + size);
}

function isPutBefore(
  { text }: PartText,
  { before }: Anchor,
  [offset, size]: readonly [number, number],
): boolean {
  const isAsRead = (to: number) => commonBefore(text, to, before) >= Math.min(before.length, near);
  return !isAsRead(offset) && isAsRead(offset - size);
}

function isSame(at: ResolvedPos, content: Fragment, [from, to]: readonly [number, number]): boolean {
  const { parent, parentOffset } = at;
  if (parentOffset + from < 0 || parentOffset + to > parent.content.size) return false;
  const there = parent.content.cut(parentOffset + from, parentOffset + to);
  if (!parent.isTextblock) return nodesKey(there.content) === nodesKey(content.content);
  const key = (inline: Fragment) => nodeKey(parent.type.create(parent.attrs, inline));
  return key(there) === key(content);
}
