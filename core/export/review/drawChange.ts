import { diffArrays } from 'diff';
import { plainText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import type { PositionRange } from '../../review/createAnchor';
import type { TextChange } from '../../review/textChange';
import type { ReviewMark } from '../reading/readingNode';
import {
  accepts,
  areSound,
  blocksAround,
  countedText,
  inlinesBetween,
  isTextblock,
  type PlacedBlock,
} from './blockPlaces';
import { nodeSize, type PartMarks } from './markSpans';

/** What is put on text that a suggestion puts in, and on text that it takes out. */
export interface ChangeMarks {
  inserted: readonly ReviewMark[];
  deleted: readonly ReviewMark[];
}

/** A change in its place: where in which text, and how it is marked. */
interface PlacedChange<K extends TextChange['kind']> {
  doc: RichNode;
  range: PositionRange;
  change: TextChange & { kind: K };
  marks: ChangeMarks;
}

type Drawers = { [K in TextChange['kind']]: (placed: PlacedChange<K>) => PartMarks | null };

const drawers: Drawers = { words: drawWords, insert: drawInsert, delete: drawDelete, replace: drawReplace };

/** The marks that show a change in the text; null where the text is not what the change was written against. */
export function drawChange<K extends TextChange['kind']>(placed: PlacedChange<K>): PartMarks | null {
  const { change } = placed;
  if ('now' in change && !areSound(change.now)) return null;
  return drawers[placed.change.kind](placed);
}

function drawWords({ doc, range, change, marks }: PlacedChange<'words'>): PartMarks | null {
  const line = blocksAround(doc, range.from).at(-1);
  if (!line || !isTextblock(line.node) || range.to >= line.to) return null;
  const start = line.from + 1;
  const present = inlinesBetween(line.node, range.from - start, range.to - start);
  if (countedText(present) !== countedText(change.was)) return null;
  return line.node.type === 'codeBlock'
    ? drawCode(line, { from: range.from - start, to: range.to - start }, { change, marks })
    : drawPieces(range.from, { was: present, now: change.now }, marks);
}

/** Code has no marks, so that it is put in and taken out whole. */
function drawCode(
  { node, from, to }: PlacedBlock,
  range: PositionRange,
  { change, marks }: Pick<PlacedChange<'words'>, 'change' | 'marks'>,
): PartMarks {
  const text = plainText(node);
  const changed = text.slice(0, range.from) + countedText(change.now) + text.slice(range.to);
  const now: RichNode = { ...node, content: changed === '' ? [] : [{ type: 'text', text: changed }] };
  return whole({ from, to }, [now], marks);
}

/** Only words that differ are taken out and put in. */
function drawPieces(
  from: number,
  { was, now }: { was: readonly RichNode[]; now: readonly RichNode[] },
  marks: ChangeMarks,
): PartMarks {
  const drawn = { spans: [] as PartMarks['spans'][number][], added: [] as PartMarks['added'][number][] };
  let at = from;
  for (const { added, removed, value } of diffArrays(piecesOf(was), piecesOf(now), { comparator: isSame })) {
    const size = value.reduce((sum, node) => sum + nodeSize(node), 0);
    if (added) drawn.added.push({ at, nodes: value, marks: marks.inserted });
    if (removed) drawn.spans.push(...marks.deleted.map((mark) => ({ from: at, to: at + size, mark })));
    if (!added) at += size;
  }
  return drawn;
}

/** Words with the space behind them, and whatever else stands in a line. */
const piecesOf = (nodes: readonly RichNode[]): RichNode[] =>
  nodes.flatMap((node) =>
    node.type === 'text'
      ? ((node.text ?? '').match(/\S+\s*|\s+/gu) ?? []).map((text): RichNode => ({ ...node, text }))
      : [node],
  );

const isSame = (a: RichNode, b: RichNode): boolean => JSON.stringify(a) === JSON.stringify(b);

function drawInsert({ doc, range, change, marks }: PlacedChange<'insert'>): PartMarks | null {
  const at = change.side === 'inside' ? endAround(doc, range.from) : besideBlock(doc, range, change);
  return at === null ? null : { spans: [], added: [{ at, nodes: change.now, marks: marks.inserted }] };
}

const titles: ReadonlySet<string> = new Set(['title', 'faqQuestion']);

/** Before or after the innermost block beside which these nodes may stand. */
function besideBlock(
  doc: RichNode,
  range: PositionRange,
  { side, now }: TextChange & { kind: 'insert' },
): number | null {
  const blocks = blocksAround(doc, side === 'before' ? range.from : range.to);
  const block = blocks.findLast(({ parent }) => accepts(parent, now));
  // An item is known by its title or question, which stands first.
  if (!block || (side === 'before' && titles.has(block.node.type))) return null;
  return side === 'before' ? block.from : block.to;
}

const containers: ReadonlySet<string> = new Set(['section', 'faqItem', 'useCase', 'step', 'manual']);

/** The end of the section or item around a position. */
function endAround(doc: RichNode, position: number): number {
  const around = blocksAround(doc, position).findLast(({ node }) => containers.has(node.type));
  return around ? around.to - 1 : (doc.content ?? []).reduce((sum, child) => sum + nodeSize(child), 0);
}

function drawDelete({ doc, range, change, marks }: PlacedChange<'delete'>): PartMarks | null {
  const found = findBlocks(doc, range.from, change.was);
  return found && whole(found, [], marks);
}

function drawReplace({ doc, range, change, marks }: PlacedChange<'replace'>): PartMarks | null {
  const found = findBlocks(doc, range.from, change.was);
  return found && accepts(found.parent, change.now) ? whole(found, change.now, marks) : null;
}

/** The blocks that a change was written against, if they still stand there and say the same. */
function findBlocks(
  doc: RichNode,
  position: number,
  was: readonly RichNode[],
): (PositionRange & { parent: RichNode }) | null {
  for (const { parent, index, from } of blocksAround(doc, position).toReversed()) {
    const present = (parent.content ?? []).slice(index, index + was.length);
    if (present.length === 0 || present.length < was.length || !was.every(isLike(present))) continue;
    return { parent, from, to: present.reduce((sum, node) => sum + nodeSize(node), from) };
  }
  return null;
}

const isLike = (present: readonly RichNode[]) => (node: RichNode, index: number) =>
  present[index]?.type === node.type && plainText(present[index]) === plainText(node);

/** Blocks that are taken out whole, and what is put in behind them. */
function whole({ from, to }: PositionRange, now: readonly RichNode[], marks: ChangeMarks): PartMarks {
  return {
    spans: marks.deleted.map((mark) => ({ from, to, mark })),
    added: now.length === 0 ? [] : [{ at: to, nodes: now, marks: marks.inserted }],
  };
}
