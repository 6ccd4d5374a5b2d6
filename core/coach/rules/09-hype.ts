import { type CoachDocument, releaseProse } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds praise that tells the reader nothing, outside of quotations and names. */
export function findHype(document: CoachDocument, settings: RuleSettings): Hit[] {
  const everywhere = settings.phrases('hype');
  const inHeading = settings.phrases('hypeInHeading');
  return releaseProse(document).flatMap((block) => [
    ...findPhrases(block, everywhere).map((range) => hitIn(block, range)),
    ...(isHeadline(block) ? findPhrases(block, inHeading).map((range) => hitIn(block, range)) : []),
  ]);
}

/** An imported text without sections may stand below its headline as a whole. */
function isHeadline({ section, from }: CoachBlock): boolean {
  return section === 'heading' && from === 0;
}
