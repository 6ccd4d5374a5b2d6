import { foldWord, type Token, tokensOf, wordsOf } from './terms';

export interface Snippet {
  before: string;
  match: string;
  after: string;
}

const charactersBefore = 60;
const charactersAfter = 100;

/**
 * The first place where a text answers a query: the words in a row where they stand so, else the first of them.
 * Null when none of them is there.
 */
export function findSnippet(text: string, query: string): Snippet | null {
  const terms = wordsOf(query).map(foldWord);
  const tokens = tokensOf(text);
  const first = terms.length === 0 ? -1 : findRow(tokens, terms);
  const length = first === -1 ? 1 : terms.length;
  const start =
    first === -1 ? tokens.findIndex(({ word }) => terms.some((term) => word.startsWith(term))) : first;
  const [opening, closing] = [tokens[start], tokens[start + length - 1]];
  return opening && closing ? cut(text, opening.from, closing.to) : null;
}

function findRow(tokens: readonly Token[], terms: readonly string[]): number {
  return tokens.findIndex((_, at) =>
    terms.every((term, offset) => tokens[at + offset]?.word.startsWith(term)),
  );
}

function cut(text: string, from: number, to: number): Snippet {
  const start = Math.max(0, from - charactersBefore);
  const end = Math.min(text.length, to + charactersAfter);
  // Cut at a space, so that neither half a word nor half a character pair is shown.
  const before = start === 0 ? text.slice(0, from) : text.slice(start, from).replace(/^\S*\s?/u, '…');
  const after = end === text.length ? text.slice(to) : text.slice(to, end).replace(/\s?\S*$/u, '…');
  return { before: oneLine(before), match: oneLine(text.slice(from, to)), after: oneLine(after) };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
