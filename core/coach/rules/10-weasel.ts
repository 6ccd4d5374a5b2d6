import { type CoachDocument, releaseProse } from '../coachDocument';
import { findNumbers } from '../reading/findNumbers';
import { perSentence } from '../reading/perSentence';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** "How many" asks for the number; "so often" compares; "generally available" is a stage, not a hedge. */
const asks = /\b(?:how|as|so|too|that|not|wie|so|zu|nicht)\s$/iu;

/** "What matters most" and "the most reliable" rank, they do not count. */
const superlative = /\b(?:matters?|mattered|the)\smost$/iu;

/** Finds words that stand where a number or "not known yet" could. */
export function findWeaselWords(document: CoachDocument, settings: RuleSettings): Hit[] {
  const weasel = settings.phrases('weasel');
  const compared = settings.phrases('weaselUnlessNumber');
  return releaseProse(document).flatMap((block) => {
    const vague = findPhrases(block, weasel).filter(
      ({ from, to }) =>
        !asks.test(block.prose.slice(Math.max(0, from - 8), from)) &&
        !superlative.test(block.prose.slice(Math.max(0, from - 9), to)) &&
        !/^ availab/iu.test(block.prose.slice(to, to + 8)),
    );
    // "Faster" is a measurement as soon as the sentence, or the one behind it, says by how much.
    const hasNumber = perSentence(block, ({ from, to }) => {
      const next = block.sentences[block.sentenceIndexAt(from) + 1];
      return findNumbers(block.text.slice(from, next?.to ?? to)).length > 0;
    });
    const bare = findPhrases(block, compared).filter(({ from }) => !hasNumber(from));
    return [...vague, ...bare].sort((a, b) => a.from - b.from).map((range) => hitIn(block, range));
  });
}
