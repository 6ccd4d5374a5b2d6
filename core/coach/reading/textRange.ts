/** A stretch of a text, by character offsets. */
export interface TextRange {
  from: number;
  to: number;
}

/** The text with some stretches turned into spaces, so that every offset stays what it was. */
export function blankRanges(text: string, ranges: readonly TextRange[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let end = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    result += text.slice(end, start) + ' '.repeat(to - start);
    end = to;
  }
  return result + text.slice(end);
}

/** True when the stretch lies at least partly inside one of the others. */
export function touchesAny({ from, to }: TextRange, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) => from < range.to && to > range.from);
}

/** Where a global pattern matches, as ranges. */
export function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
