/** A word of a text with its place in it. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

/** Scripts written without spaces: there every character is a word, so that any part of a line can be found. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const wordPattern = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** The words of a text, as they are written. */
export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    word: foldWord(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A word as the index knows it: without case and accents. */
export function foldWord(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the fast path for most words.
  if (/^[\u0000-\u007f]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
