import type { ThreadEnd } from './threadEnd';

/**
 * Ends whose words or second line have, for every word of the query, a word that begins like it; those that are
 * found by their own words first. Capitals and accents do not count; an empty query finds everything.
 */
export function searchEnds(ends: readonly ThreadEnd[], query: string, limit: number): ThreadEnd[] {
  const sought = wordsOf(query);
  const first: ThreadEnd[] = [];
  const then: ThreadEnd[] = [];
  for (const end of ends) {
    if (first.length >= limit) break;
    const own = wordsOf(end.words);
    if (hasAll(own, sought)) first.push(end);
    else if (hasAll([...own, ...wordsOf(end.note)], sought)) then.push(end);
  }
  return [...first, ...then].slice(0, limit);
}

function hasAll(words: readonly string[], sought: readonly string[]): boolean {
  return sought.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
