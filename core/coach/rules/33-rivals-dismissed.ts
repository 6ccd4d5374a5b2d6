import { partKeys } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** "No other company may enter", "no alternative to the bus", "the first of its kind was built in 1890". */
const harmless =
  /^\s(?:may|must|shall|is allowed|to (?:the|an?|this|that)\b|was (?:built|made|opened)|at home)/iu;

/** Finds claims that nothing else exists. */
export function findRivalsDismissed(document: CoachDocument, settings: RuleSettings): Hit[] {
  const dismissals = settings.phrases('rivalsDismissed');
  return blocksOf(document, ...partKeys).flatMap((block) =>
    dismissals
      .find(block.prose, block.words)
      .filter(({ to }) => !harmless.test(block.prose.slice(to, to + 32)))
      .map((range) => hitIn(block, range)),
  );
}
