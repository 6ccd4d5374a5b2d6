import { type CoachDocument, releaseProse } from '../coachDocument';
import { findPhrases } from '../reading/phraseHits';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds the company's feelings about its own news. */
export function findEmotion(document: CoachDocument, settings: RuleSettings): Hit[] {
  const feelings = settings.phrases('emotion');
  return releaseProse(document).flatMap((block) =>
    findPhrases(block, feelings).map((range) => hitIn(block, range)),
  );
}
