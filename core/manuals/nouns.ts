import type { WordLists } from '../coach/coachData';
import { type CoachLanguage, detectLanguage } from '../coach/reading/detectLanguage';

/** A noun that a text uses, with how often. */
export interface Noun {
  /** As the author writes it most often. */
  words: string;
  count: number;
}

const token = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;
const isWord = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
/** What stands on a screen is quoted; it is a name there, not a noun of the text. */
const quoted = /[“„"«][^“”„"«»\n]{0,80}[”“"»]/gu;

/**
 * The nouns of a text, most used first, as far as word order and capitals tell. It is a reading aid: it may miss a
 * noun, and what it finds is offered or asked about, never written by itself.
 */
export function findNouns(text: string, words: Record<CoachLanguage, WordLists>): Noun[] {
  const language = detectLanguage(text);
  const prose = text.replace(quoted, ' . ').match(token) ?? [];
  const lists = words[language];
  const found = language === 'de' ? germanNouns(prose) : englishNouns(prose, lists);
  const everyday = new Set((lists.everydayNouns ?? []).map((noun) => stemOf(noun, language)));
  const isEveryday = (noun: string) => everyday.has(stemOf(noun.split(' ').at(-1) ?? '', language));
  return countNouns(
    found.filter((noun) => !isEveryday(noun)),
    language,
  );
}

/** True when a text has this noun, in whatever number. */
export function hasNoun(text: string, noun: string): boolean {
  const stems = (part: string) =>
    ` ${(part.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemOf(word, detectLanguage(text))).join(' ')} `;
  return stems(text).includes(stems(noun));
}

/** In German every noun has a capital; the first word of a sentence says nothing. */
function germanNouns(tokens: readonly string[]): string[] {
  return tokens.filter((word, index) => {
    const before = tokens[index - 1];
    return before !== undefined && /^[\p{L}\p{N},-]/u.test(before) && /^\p{Lu}\p{Ll}{2,}/u.test(word);
  });
}

/**
 * In English a noun ends what an article begins: up to three words before a small word or a sign. A verb may follow
 * it there, so what ends one phrase counts wherever another phrase holds it.
 */
function englishNouns(tokens: readonly string[], lists: WordLists): string[] {
  const phrases = phrasesIn(tokens, lists);
  const ends = phrases.filter(({ length }) => length <= 3).flatMap(endsOf);
  const known = new Set(ends.map((noun) => stemOf(noun, 'en')));
  return phrases.flatMap((phrase) => {
    const pairs = phrase.slice(1).map((word, index) => `${phrase[index]} ${word}`);
    return [...phrase, ...pairs].filter((noun) => known.has(stemOf(noun, 'en')));
  });
}

function phrasesIn(tokens: readonly string[], lists: WordLists): string[][] {
  const openers = new Set(lists.nounOpeners);
  const enders = new Set([...(lists.nounEnders ?? []), ...openers]);
  return tokens.flatMap((word, index) => {
    if (!openers.has(word.toLowerCase())) return [];
    const rest = tokens.slice(index + 1, index + 5);
    const length = rest.findIndex((next) => !isWord(next) || enders.has(next.toLowerCase()));
    return [rest.slice(0, length === -1 ? rest.length : length)];
  });
}

/** The last word of a phrase, and the last two. */
function endsOf(phrase: readonly string[]): string[] {
  const noun = phrase.at(-1) ?? '';
  if (noun.length < 3 || /^\p{N}/u.test(noun)) return [];
  return phrase.length > 1 ? [noun, phrase.slice(-2).join(' ')] : [noun];
}

function countNouns(found: readonly string[], language: CoachLanguage): Noun[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const noun of found) {
    const key = stemOf(noun, language);
    const known = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, known.set(noun, (known.get(noun) ?? 0) + 1));
  }
  const counted = [...spellings].map(([key, known]) => ({ key, ...mostUsed(known) }));
  return counted
    .filter((noun) => noun.count > 1 && !isSaidByPair(noun, counted))
    .map(({ words, count }) => ({ words, count }))
    .sort((a, b) => b.count - a.count);
}

/** "card" says nothing beside "dab card" where it hardly ever stands alone. */
function isSaidByPair(noun: Noun & { key: string }, all: readonly (Noun & { key: string })[]): boolean {
  return all.some(
    ({ key, count }) => key.endsWith(` ${noun.key}`) && count > 1 && count * 4 >= noun.count * 3,
  );
}

function mostUsed(spellings: ReadonlyMap<string, number>): Noun {
  const [first] = [...spellings].sort(([, a], [, b]) => b - a);
  const count = [...spellings.values()].reduce((sum, times) => sum + times, 0);
  return { words: first?.[0] ?? '', count };
}

/** What the forms of a noun have in common; rough, and the same for both sides of every comparison. */
function stemOf(noun: string, language: CoachLanguage): string {
  const lower = noun.toLocaleLowerCase();
  if (language === 'de') return lower.length > 4 ? lower.replace(/(?:ern|en|er|es|e|n|s)$/u, '') : lower;
  if (lower.length < 4 || /(?:ss|us|is)$/u.test(lower)) return lower;
  return lower
    .replace(/ies$/u, 'y')
    .replace(/((?:s|x|z|ch|sh))es$/u, '$1')
    .replace(/(?<=\p{L}\p{L}\p{L})s$/u, '');
}
