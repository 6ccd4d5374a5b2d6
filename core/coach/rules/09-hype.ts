import { type CoachDocument, releaseProse } from '../coachDocument';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds praise that tells the reader nothing, outside of quotations and names. */
export function findHype(document: CoachDocument, settings: RuleSettings): Hit[] {
  const everywhere = settings.phrases('hype');
  const inHeading = settings.phrases('hypeInHeading');
  return releaseProse(document).flatMap((block) => [
    ...findPhrases(block, everywhere).map((range) => hitIn(block, range)),
    ...(block.section === 'heading' ? findPhrases(block, inHeading).map((range) => hitIn(block, range)) : []),
  ]);
}
