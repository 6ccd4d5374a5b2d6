import { type CoachDocument, releaseProse } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { findPhrases } from '../reading/phraseHits';
import { touchesAny } from '../reading/textRange';
import type { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds praise that tells the reader nothing, outside of quotations and names. */
export function findHype(document: CoachDocument, settings: RuleSettings): Hit[] {
  const everywhere = settings.phrases('hype');
  const inHeading = settings.phrases('hypeInHeading');
  const literal = settings.phrases('hypeLiteral');
  return releaseProse(document).flatMap((block) => [
    ...praiseIn(block, everywhere, literal),
    ...(isHeadline(block) ? findPhrases(block, inHeading).map((range) => hitIn(block, range)) : []),
  ]);
}

/** Ultimate is a sport, and an outstanding bill is no praise. */
function praiseIn(block: CoachBlock, hype: PhraseList, literal: PhraseList): Hit[] {
  const found = findPhrases(block, hype);
  if (found.length === 0) return [];
  const meant = literal.find(block.prose, block.words);
  return found.filter((range) => !touchesAny(range, meant)).map((range) => hitIn(block, range));
}

/** An imported text without sections may stand below its headline as a whole. */
function isHeadline({ section, from }: CoachBlock): boolean {
  return section === 'heading' && from === 0;
}
