/** A piece of a pattern that matches any of these; each line is a part of one list of alternatives. */
export function anyOf(...lines: readonly string[]): string {
  return `(?:${lines.join('|')})`;
}
