import { type CoachDocument, releaseProse } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { perSentence } from '../reading/perSentence';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const excused = new Set(['callToAction', 'about']);
/** What comes later may be said to come later. */
const availabilityWords = anyOf(
  String.raw`available|availability|from \d|until|verfügbar|erhältlich`,
  'from (?:january|february|march|april|may|june|july|august|september|october|november|december)',
  'from (?:next|spring|summer|autumn)',
);
const availability = new RegExp(String.raw`\b${availabilityWords}\b`, 'iu');
const inquiring =
  /(?<=\S\s)(?:what|when|where|whether|if|how|who|which|until|that|than|was|wann|ob|wie)\b[^.;:!?]{0,40}$/iu;

/** Finds the future tense in a release, which is written as if its day had come. */
export function findWrongTense(document: CoachDocument, settings: RuleSettings): Hit[] {
  const future = settings.phrases('future');
  const level = document.isPressForm ? {} : { level: 'look' as const };
  return releaseProse(document)
    .filter(({ section }) => !excused.has(section))
    .flatMap((block) => {
      const isAboutOpening = perSentence(block, ({ from, to }) =>
        availability.test(block.prose.slice(from, to)),
      );
      return future
        .find(block.prose, block.words)
        .filter((range) => !isAboutOpening(range.from) && isPromise(block, range))
        .map((range) => hitIn(block, range, level));
    });
}

/** "Know what it will cost" is no promise about the product, nor is "a will". */
function isPromise(block: CoachBlock, range: TextRange): boolean {
  // A release asks nothing, so "Will" with a capital is a person.
  if (block.prose.slice(range.from, range.to) === 'Will') return false;
  const { from } = block.sentenceAt(range.from);
  const before = block.prose.slice(Math.max(from, range.from - 64), range.from);
  return !inquiring.test(before) && !/\b(?:a|the|free|good|ill|own)\s+$/iu.test(before);
}
