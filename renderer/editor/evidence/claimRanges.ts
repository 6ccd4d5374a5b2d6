import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

/** Neighbouring words of one line that carry the same claim, and where the tag behind them stands. */
export interface ClaimRange {
  id: string;
  from: number;
  to: number;
  /** Behind the words and the punctuation that closes them. */
  tagAt: number;
}

const knownRanges = new WeakMap<ProseMirrorNode, readonly ClaimRange[]>();

/** Claims of a document in order. Nodes that did not change are not read again. */
export function claimRanges(doc: ProseMirrorNode): ClaimRange[] {
  const ranges: ClaimRange[] = [];
  doc.forEach((node, pos) => {
    for (const { id, from, to, tagAt } of rangesInside(node)) {
      const start = pos + 1;
      ranges.push({ id, from: start + from, to: start + to, tagAt: start + tagAt });
    }
  });
  return ranges;
}

/** Claims inside of a top-level node, counted from the start of its content. */
function rangesInside(node: ProseMirrorNode): readonly ClaimRange[] {
  const known = knownRanges.get(node);
  if (known) return known;
  const ranges: ClaimRange[] = [];
  if (node.inlineContent) readLine(node, 0, ranges);
  node.descendants((child, pos) => {
    if (!child.inlineContent) return true;
    readLine(child, pos + 1, ranges);
    return false;
  });
  knownRanges.set(node, ranges);
  return ranges;
}

function readLine(line: ProseMirrorNode, start: number, ranges: ClaimRange[]): void {
  const own: ClaimRange[] = [];
  line.forEach((child, offset) => {
    const id = claimIdOf(child);
    if (id === null) return;
    const from = start + offset;
    const to = from + child.nodeSize;
    const last = own.at(-1);
    // Footnotes and fields carry no mark of their own; between two pieces of a claim they belong to it.
    if (last?.id === id && !hasText(line, last.to - start, offset)) last.to = to;
    else own.push({ id, from, to, tagAt: to });
  });
  for (const range of own) range.tagAt = range.to + closingLength(line, range.to - start);
  ranges.push(...own);
}

function hasText(line: ProseMirrorNode, from: number, to: number): boolean {
  return from < to && line.textBetween(from, to) !== '';
}

/** Id of the claim that a piece of text belongs to; null for none. */
export function claimIdOf(node: ProseMirrorNode): string | null {
  if (!node.isText) return null;
  const id = node.marks.find((mark) => mark.type.name === 'evidence')?.attrs.id;
  return typeof id === 'string' && id !== '' ? id : null;
}

function closingLength(line: ProseMirrorNode, offset: number): number {
  const next = line.textBetween(offset, Math.min(line.content.size, offset + 6), '', ' ');
  return /^[.,;:!?…”’")\]]*/u.exec(next)?.[0].length ?? 0;
}

/** The claim that the caret stands in, or that the selection touches. */
export function claimAt(doc: ProseMirrorNode, from: number, to: number): ClaimRange | null {
  return claimRanges(doc).find((range) => range.from <= to && from <= range.to) ?? null;
}
