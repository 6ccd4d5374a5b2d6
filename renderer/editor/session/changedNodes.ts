import type { RichDoc, RichNode } from '../../../core/narrative/richText';

/** Top-level nodes that stand in place of others. */
export interface NodesChange {
  from: number;
  to: number;
  nodes: RichNode[];
}

/** What differs between two readings of a part, of which the later keeps the objects of what did not change. */
export function changedNodes(before: RichDoc, after: RichDoc): NodesChange | null {
  if (before === after) return null;
  const [old, now] = [before.content ?? [], after.content ?? []];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const nodes = now.slice(start, now.length - end);
  return start + end === old.length && nodes.length === 0
    ? null
    : { from: start, to: old.length - end, nodes };
}

/** The part after the change. */
export function withChange(doc: RichDoc, { from, to, nodes }: NodesChange): RichDoc {
  return { ...doc, content: (doc.content ?? []).toSpliced(from, to - from, ...nodes) };
}
