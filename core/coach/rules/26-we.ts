import { type CoachDocument, releaseProse } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds "we" and "our" in the release outside of quotations. */
export function findWe(document: CoachDocument, settings: RuleSettings): Hit[] {
  const pronouns = settings.phrases('we');
  return releaseProse(document).flatMap((block) =>
    pronouns
      .find(block.prose, block.words)
      .filter(({ from, to }) => block.prose.slice(from, to) !== 'US')
      .map((range) => hitIn(block, range)),
  );
}
