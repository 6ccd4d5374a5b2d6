import type { CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** A later sentence or clause that begins with a moment: "On Monday …", "… and in July", "This year …". */
const laterMomentWords = anyOf(
  'on|in|by|last|this|these|since|now|with the|the (?:first|second|third|next|following|new)',
  'yesterday|today|tonight|for the|at|then|after|from|the next|am|im|seit|dieses|diesen|gestern',
);
const laterMoment = new RegExp(String.raw`[.!?,;”"’]\s+(?:and |but )?${laterMomentWords}\s`, 'iu');
const pastWords = anyOf(
  'was|were|had|did|took|spent|paid|lost|went|got|ate|drank|sent|hid|sat|stood|slept|rang|bid',
  'rode|ran|left|felt|saw|heard|held|knew|found|told|bought|brought|built|caught|cost|fell|flew',
  'met|read|said|sold|spoke|stayed|woke|wore|won|once|gave|used to|would have',
  "could(?:n['’]t| not)|waited|tried|called|drove|wrote|kept|made|thought|came|war|hatte|musste",
  String.raw`habe|brauchte|[\p{L}]{3,}ed`,
);
const past = new RegExp(String.raw`\b${pastWords}\b`, 'iu');

/** Finds a customer's quotation that tells only how it was, or only how it is. */
export function findNoBeforeAfter(document: CoachDocument, settings: RuleSettings): Hit[] {
  const before = settings.phrases('before');
  const after = settings.phrases('after');
  return document.statements
    .filter(({ speaker }) => speaker === 'customer')
    .filter(({ words }) => {
      const tellsBefore = before.has(words) || past.test(words);
      return !tellsBefore || !(after.has(words) || laterMoment.test(words));
    })
    .map(({ block, range }) => hitIn(block, range));
}
