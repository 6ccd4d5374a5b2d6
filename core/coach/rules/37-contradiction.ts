import { partDefinitions } from '../../narrative/parts';
import type { CoachDocument } from '../coachDocument';
import type { FactPlace } from '../reading/factPlace';
import { findContradictions } from '../reading/findContradictions';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds prices and launch days on which two parts of the narrative disagree, at both places. */
export function findContradiction(document: CoachDocument, settings: RuleSettings): Hit[] {
  const found = findContradictions(document, {
    free: settings.phrases('free'),
    price: settings.phrases('price'),
  });
  const told = new Set<string>();
  return found.flatMap(({ subject, one, other }) => {
    const first = hitBeside(subject, one, other);
    const place = `${first.part}/${first.section}/${first.from}`;
    const isTold = told.has(place);
    told.add(place);
    return isTold ? [hitBeside(subject, other, one)] : [first, hitBeside(subject, other, one)];
  });
}

function hitBeside(variant: string, here: FactPlace, there: FactPlace): Hit {
  const slots = {
    one: there.block.text.slice(there.range.from, there.range.to),
    onePart: partDefinitions[there.block.part].title,
  };
  return hitIn(here.block, here.range, { variant, slots });
}
