/** A name in what somebody said, with its sign: `@Ines Prado`. */
export interface Mention {
  from: number;
  to: number;
  name: string;
}

/** Who is mentioned in a text, of those who are known: the longest name that stands behind a sign is meant. */
export function readMentions(text: string, people: readonly string[]): Mention[] {
  const longestFirst = people.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  const mentions: Mention[] = [];
  let at = text.indexOf('@');
  while (at >= 0) {
    const start = at + 1;
    const name = longestFirst.find((candidate) => isNamed(text, start, candidate));
    if (name !== undefined) mentions.push({ from: at, to: start + name.length, name });
    at = text.indexOf('@', start + (name?.length ?? 0));
  }
  return mentions;
}

function isNamed(text: string, start: number, name: string): boolean {
  const there = text.slice(start, start + name.length);
  if (there.toLowerCase() !== name.toLowerCase()) return false;
  return !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(start + name.length));
}

/** What is being typed behind the last sign before the caret, to choose a name by; null where none is begun. */
export function mentionBegun(text: string, caret: number): { from: number; typed: string } | null {
  const begun = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret));
  const typed = begun?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}
