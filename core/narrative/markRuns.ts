import type { RichNode } from './richText';

/** Marks that carry the id of a record about their words. */
export type RecordMarkName = 'evidence' | 'promise';

/** Neighbours in one line of text that carry the same id; `to` is the index after the last of them. */
export interface MarkRun {
  id: string;
  from: number;
  to: number;
}

/**
 * The stretches of a line's inline nodes that one mark with one id covers, in order. Footnotes, fields and
 * breaks cannot carry a mark in the shared document, so those between two pieces of one stretch belong to it.
 */
export function markRuns(inlines: readonly RichNode<string>[], mark: RecordMarkName): MarkRun[] {
  const runs: MarkRun[] = [];
  inlines.forEach((node, index) => {
    const id = markId(node, mark);
    const last = runs.at(-1);
    if (id === null) return;
    if (last?.id === id && inlines.slice(last.to, index).every(({ type }) => type !== 'text'))
      last.to = index + 1;
    else runs.push({ id, from: index, to: index + 1 });
  });
  return runs;
}

/** Id that a piece of text carries in this mark; null where it carries none. */
export function markId(node: RichNode<string>, name: RecordMarkName): string | null {
  if (node.type !== 'text') return null;
  const id = node.marks?.find((mark) => mark.type === name)?.attrs?.id;
  return typeof id === 'string' && id !== '' ? id : null;
}
