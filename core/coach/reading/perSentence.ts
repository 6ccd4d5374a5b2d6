import type { CoachBlock } from './coachBlock';
import type { TextRange } from './textRange';

/**
 * Judges the sentence around an offset, each sentence once: a paragraph may be one sentence with thousands of
 * places to ask about, and reading all of it for each of them would take minutes.
 */
export function perSentence<T>(block: CoachBlock, judge: (sentence: TextRange) => T): (offset: number) => T {
  const known = new Map<number, T>();
  return (offset) => {
    const sentence = block.sentenceAt(offset);
    const before = known.get(sentence.from);
    if (before !== undefined) return before;
    const verdict = judge(sentence);
    known.set(sentence.from, verdict);
    return verdict;
  };
}
