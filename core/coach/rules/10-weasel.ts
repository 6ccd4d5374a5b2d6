import { type CoachDocument, releaseProse } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { findNumbers } from '../reading/findNumbers';
import { findPhrases } from '../reading/phraseHits';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** "How many" asks for the number; "so often" compares. */
const asks = /\b(?:how|as|so|too|that|not|wie|so|zu|nicht)\s$/iu;

/** Finds words that stand where a number or "not known yet" could. */
export function findWeaselWords(document: CoachDocument, settings: RuleSettings): Hit[] {
  const weasel = settings.phrases('weasel');
  const compared = settings.phrases('weaselUnlessNumber');
  return releaseProse(document).flatMap((block) => {
    const vague = findPhrases(block, weasel).filter(
      ({ from }) => !asks.test(block.prose.slice(Math.max(0, from - 8), from)),
    );
    const bare = findPhrases(block, compared).filter((range) => !hasNumberNear(block, range));
    return [...vague, ...bare].sort((a, b) => a.from - b.from).map((range) => hitIn(block, range));
  });
}

/** "Faster" is a measurement as soon as the sentence says by how much. */
function hasNumberNear(block: CoachBlock, range: TextRange): boolean {
  const { from, to } = block.sentenceAt(range.from);
  return findNumbers(block.text.slice(from, to)).length > 0;
}
