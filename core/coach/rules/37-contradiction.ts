import { partDefinitions } from '../../narrative/parts';
import type { CoachDocument } from '../coachDocument';
import { findContradictions } from '../reading/findContradictions';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds prices and launch days on which two parts of the narrative disagree. */
export function findContradiction(document: CoachDocument, settings: RuleSettings): Hit[] {
  return findContradictions(document, {
    free: settings.phrases('free'),
    price: settings.phrases('price'),
  }).map(({ subject, one, other }) =>
    hitIn(other.block, other.range, {
      variant: subject,
      slots: {
        one: one.block.text.slice(one.range.from, one.range.to),
        onePart: partDefinitions[one.block.part].title,
      },
    }),
  );
}
