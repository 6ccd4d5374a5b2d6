import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { RecordMarkName } from '../../core/narrative/markRuns';

/** Neighbouring words of one line that carry one id in a mark, and where a tag behind them stands. */
export interface MarkRange {
  id: string;
  from: number;
  to: number;
  /** Behind the words and the punctuation that closes them. */
  tagAt: number;
}

const knownRanges: Readonly<Record<RecordMarkName, WeakMap<ProseMirrorNode, readonly MarkRange[]>>> = {
  evidence: new WeakMap(),
  promise: new WeakMap(),
};

/** The ranges of a mark in a document, in order. Nodes that did not change are not read again. */
export function markRanges(doc: ProseMirrorNode, mark: RecordMarkName): MarkRange[] {
  const ranges: MarkRange[] = [];
  doc.forEach((node, pos) => {
    for (const { id, from, to, tagAt } of rangesInside(node, mark)) {
      const start = pos + 1;
      ranges.push({ id, from: start + from, to: start + to, tagAt: start + tagAt });
    }
  });
  return ranges;
}

/** The range that the caret stands in, or that the selection touches. */
export function markRangeAt(
  doc: ProseMirrorNode,
  mark: RecordMarkName,
  { from, to }: { from: number; to: number },
): MarkRange | null {
  return markRanges(doc, mark).find((range) => range.from <= to && from <= range.to) ?? null;
}

/** Ranges inside of a top-level node, counted from the start of its content. */
function rangesInside(node: ProseMirrorNode, mark: RecordMarkName): readonly MarkRange[] {
  const known = knownRanges[mark].get(node);
  if (known) return known;
  const ranges: MarkRange[] = [];
  if (node.inlineContent) readLine(node, 0, { mark, ranges });
  node.descendants((child, pos) => {
    if (!child.inlineContent) return true;
    readLine(child, pos + 1, { mark, ranges });
    return false;
  });
  knownRanges[mark].set(node, ranges);
  return ranges;
}

function readLine(
  line: ProseMirrorNode,
  start: number,
  { mark, ranges }: { mark: RecordMarkName; ranges: MarkRange[] },
): void {
  const own: MarkRange[] = [];
  line.forEach((child, offset) => {
    const id = markIdOf(child, mark);
    if (id === null) return;
    const from = start + offset;
    const to = from + child.nodeSize;
    const last = own.at(-1);
    // Footnotes and fields carry no mark of their own; between two pieces of one stretch they belong to it.
    if (last?.id === id && !hasText(line, last.to - start, offset)) last.to = to;
    else own.push({ id, from, to, tagAt: to });
  });
  for (const range of own) range.tagAt = range.to + closingLength(line, range.to - start);
  ranges.push(...own);
}

function hasText(line: ProseMirrorNode, from: number, to: number): boolean {
  return from < to && line.textBetween(from, to) !== '';
}

/** Id that a piece of text carries in a mark; null for none. */
export function markIdOf(node: ProseMirrorNode, mark: RecordMarkName): string | null {
  if (!node.isText) return null;
  const id = node.marks.find(({ type }) => type.name === mark)?.attrs.id;
  return typeof id === 'string' && id !== '' ? id : null;
}

function closingLength(line: ProseMirrorNode, offset: number): number {
  const next = line.textBetween(offset, Math.min(line.content.size, offset + 6), '', ' ');
  return /^[.,;:!?…”’")\]]*/u.exec(next)?.[0].length ?? 0;
}
