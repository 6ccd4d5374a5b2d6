import { partKeys } from '../../narrative/parts';
import { blocksOf, type CoachDocument } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds claims that nothing else exists. */
export function findRivalsDismissed(document: CoachDocument, settings: RuleSettings): Hit[] {
  const dismissals = settings.phrases('rivalsDismissed');
  return blocksOf(document, ...partKeys).flatMap((block) =>
    dismissals.find(block.prose, block.words).map((range) => hitIn(block, range)),
  );
}
