import type { CoachDocument } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const past =
  /\b(?:was|were|had|did|took|spent|paid|lost|went|got|gave|used to|would have|could(?:n['’]t| not)|waited|tried|called|drove|wrote|kept|made|thought|came|war|hatte|musste|habe|brauchte|[\p{L}]{3,}ed)\b/iu;

/** Finds a customer's quotation that tells only how it was, or only how it is. */
export function findNoBeforeAfter(document: CoachDocument, settings: RuleSettings): Hit[] {
  const before = settings.phrases('before');
  const after = settings.phrases('after');
  return document.statements
    .filter(({ speaker }) => speaker === 'customer')
    .filter(({ words }) => {
      const tellsBefore = before.has(words) || past.test(words);
      return !tellsBefore || !after.has(words);
    })
    .map(({ block, range }) => hitIn(block, range));
}
