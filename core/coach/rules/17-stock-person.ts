import { blocksOf, type CoachDocument } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds names that turn up in many machine-written drafts. */
export function findStockPerson(document: CoachDocument, settings: RuleSettings): Hit[] {
  const people = settings.phrases('stockPeople');
  return blocksOf(document, 'release', 'experience')
    .filter(({ isCode }) => !isCode)
    .flatMap((block) => people.find(block.text, block.textWords).map((range) => hitIn(block, range)));
}
