import { countWords } from '../../narrative/plainText';
import { type CoachDocument, releaseProse } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds sentences of the release that run on; quoted words in them are not counted. */
export function findLongSentences(document: CoachDocument, settings: RuleSettings): Hit[] {
  const most = settings.threshold('words');
  return releaseProse(document).flatMap((block) =>
    block.sentences.flatMap((sentence) => {
      // No word is shorter than a letter, so most sentences need no counting.
      if (sentence.to - sentence.from <= most) return [];
      const count = countWords(block.prose.slice(sentence.from, sentence.to));
      return count > most ? [hitIn(block, sentence, { slots: { count: String(count) } })] : [];
    }),
  );
}
