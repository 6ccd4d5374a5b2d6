import type { CoachBlock } from './coachBlock';
import { type TextRange, touchesAny } from './textRange';
import type { PhraseList } from './words';

/** Words of a list in what the company itself says, proper names left alone. */
export function findPhrases(block: CoachBlock, phrases: PhraseList): TextRange[] {
  const found = phrases.find(block.prose, block.words);
  if (found.length === 0) return found;
  // A short form in capitals, such as API, is no name for being written large.
  const names = block.names.filter(({ text }) => /\p{Ll}/u.test(text));
  return found.filter((range) => !touchesAny(range, names));
}
