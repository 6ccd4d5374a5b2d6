import type { TextRange } from './textRange';

export interface Word extends TextRange {
  /** In small letters, with straight apostrophes. */
  lower: string;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}]+)?/gu;
/** Scripts that put no space between words; phrases in them are found letter by letter. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words in order; a hyphen parts two words, an apostrophe does not. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  // Without matchAll: its match objects cost more than the words.
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    words.push({ from: match.index, to: wordPattern.lastIndex, lower: plainLower(match[0]) });
  }
  return words;
}

function plainLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/**
 * A list of literal words and phrases, ready to be found in any text in one pass over its words. A space in
 * a phrase also stands for a hyphen. Nothing in it is ever a pattern, so no list can make a search slow.
 */
export class PhraseList {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #letters: string[] = [];

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) this.#add(phrase);
  }

  #add(phrase: string): void {
    if (unspaced.test(phrase)) {
      this.#letters.push(phrase.toLowerCase());
      return;
    }
    const words = splitWords(phrase).map(({ lower }) => lower);
    const [first] = words;
    if (first === undefined) return;
    const others = this.#byFirst.get(first) ?? [];
    this.#byFirst.set(
      first,
      [...others, words].sort((a, b) => b.length - a.length),
    );
  }

  /** Where the phrases stand in a text whose words are known, the longest first at each place. */
  find(text: string, words: readonly Word[] = splitWords(text)): TextRange[] {
    const found: TextRange[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at];
      const phrases = first && this.#byFirst.get(first.lower);
      const phrase = phrases?.find((candidate) => standsAt(candidate, { text, words, at }));
      const last = phrase && words[at + phrase.length - 1];
      if (!first || !phrase || !last) continue;
      found.push({ from: first.from, to: last.to });
      at += phrase.length - 1;
    }
    return this.#letters.length === 0 ? found : [...found, ...this.#findLetters(text)];
  }

  has(text: string, words?: readonly Word[]): boolean {
    return this.find(text, words).length > 0;
  }

  #findLetters(text: string): TextRange[] {
    const lower = text.toLowerCase();
    return this.#letters.flatMap((letters) => {
      const found: TextRange[] = [];
      for (let at = lower.indexOf(letters); at !== -1; at = lower.indexOf(letters, at + letters.length)) {
        found.push({ from: at, to: at + letters.length });
      }
      return found;
    });
  }
}

function standsAt(phrase: string[], place: { text: string; words: readonly Word[]; at: number }): boolean {
  return phrase.every((lower, index) => {
    const word = place.words[place.at + index];
    const before = place.words[place.at + index - 1];
    if (word?.lower !== lower) return false;
    if (index === 0 || !before) return true;
    return /^[\s\-\u2010\u2011]{1,3}$/u.test(place.text.slice(before.to, word.from));
  });
}
