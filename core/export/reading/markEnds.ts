import type { MarkRun } from '../../narrative/markRuns';
import type { ReadingNode } from './readingNode';

/** A line with what is to be said behind each of its stretches, after the punctuation that closes them. */
export function markEnds(
  line: readonly ReadingNode[],
  runs: readonly MarkRun[],
  say: (run: MarkRun) => ReadingNode[],
): ReadingNode[] {
  if (runs.length === 0) return [...line];
  const ends = new Map(runs.map((run) => [run.to, run]));
  return line.flatMap((node, index) => {
    const before = ends.get(index);
    const after = index === line.length - 1 ? ends.get(index + 1) : undefined;
    const [closing, rest] = before ? splitClosing(node) : [[], [node]];
    return [...closing, ...(before ? say(before) : []), ...rest, ...(after ? say(after) : [])];
  });
}

/** A note stands behind the punctuation that closes its words. */
function splitClosing(node: ReadingNode): [closing: ReadingNode[], rest: ReadingNode[]] {
  const text = node.type === 'text' ? (node.text ?? '') : '';
  const length = /^[.,;:!?…”’")\]]*/u.exec(text)?.[0].length ?? 0;
  if (length === 0) return [[], [node]];
  const rest = length === text.length ? [] : [{ ...node, text: text.slice(length) }];
  return [[{ ...node, text: text.slice(0, length) }], rest];
}
