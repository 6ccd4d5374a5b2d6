import { type CoachDocument, releaseProse } from '../coachDocument';
import { findNumbers } from '../reading/findNumbers';
import { perSentence } from '../reading/perSentence';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** "How many" asks for the number; "so often" compares; "generally available" is a stage, not a hedge. */
const asks = /\b(?:how|as|so|too|that|not|wie|so|zu|nicht)\s$/iu;

/** "What matters most" and "the most reliable" rank, "at most" is a limit: they do not count. */
const superlative = /\b(?:matters?|mattered|the|at|for)\smost$/iu;
/** "Some of the machine" is a part, "the very least" an end, "up to the mill" a way. */
const literal = [
  /^some of (?:the|this|that|it|my|his|her) \p{L}+(?<!s)\b/iu,
  /^very (?:same|first|last|least|most|top|bottom|end|day|moment|thing)\b/iu,
  /^up to (?!\p{L}?[\d$£€]|half|an? (?:dozen|hundred|thousand|third|quarter)|two|three|four|five|six|seven|eight|nine|ten)/iu,
  /^most (?:of all|recent(?:ly)?)\b/iu,
  /^several (?:liability|times over)\b/iu,
];

/** Finds words that stand where a number or "not known yet" could. */
export function findWeaselWords(document: CoachDocument, settings: RuleSettings): Hit[] {
  const weasel = settings.phrases('weasel');
  const compared = settings.phrases('weaselUnlessNumber');
  return releaseProse(document).flatMap((block) => {
    const vague = findPhrases(block, weasel).filter(
      ({ from, to }) =>
        !asks.test(block.prose.slice(Math.max(0, from - 8), from)) &&
        !superlative.test(block.prose.slice(Math.max(0, from - 9), to)) &&
        !/^ availab/iu.test(block.prose.slice(to, to + 8)) &&
        !literal.some((pattern) => pattern.test(block.prose.slice(from, to + 28))),
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
