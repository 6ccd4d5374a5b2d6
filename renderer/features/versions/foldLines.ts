import type { ComparedLine } from '../../../core/review/versions/comparison';

/** A line that is shown, or how many are not. */
export type FoldedLines = { key: string } & (
  | { kind: 'folded'; count: number }
  | {
      kind: 'line';
      line: ComparedLine;
      /** The first line of a change, where its words are by now. */
      isFirst: boolean;
      /** The line before stands in another section. */
      startsPlace: boolean;
    }
);

/** Lines with their changes; what is the same is left out but for one line before and after each change. */
export function foldLines(lines: readonly ComparedLine[], isOpen: boolean): FoldedLines[] {
  const isShown = lines.map(
    (_line, index) => isOpen || [index - 1, index, index + 1].some((near) => (lines[near]?.change ?? 0) > 0),
  );
  const folded: FoldedLines[] = [];
  const seen = new Set<string>();
  let place: string | null = null;
  lines.forEach((line, index) => {
    const last = folded.at(-1);
    if (!isShown[index]) {
      if (last?.kind === 'folded') last.count += 1;
      else folded.push({ key: `fold ${index}`, kind: 'folded', count: 1 });
      place = null;
      return;
    }
    const end = `${line.change} ${line.moved ?? ''}`;
    const isFirst = line.change > 0 && !seen.has(end);
    seen.add(end);
    folded.push({ key: `line ${index}`, kind: 'line', line, isFirst, startsPlace: line.place !== place });
    place = line.place;
  });
  return folded;
}
