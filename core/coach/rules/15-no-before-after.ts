import type { CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { Statement } from '../reading/findStatements';
import { splitSentences } from '../reading/splitSentences';
import type { PhraseList } from '../reading/words';
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
  'meant|showed|grew|drew|threw|blew|broke|began|drove|hung|hurt|let|set|shut|cut|put|wept|swam',
  'sang|won|bit|lit',
  'fed|fled|dug|swore|tore|laid|led|lent|sewed|spilt|burnt|learnt|dreamt|built|nobody|no one|would|couldn',
  'habe|haben|brauchte|hatten|mussten|wurde|wollte|konnte|saß|stand|lag|ging|kam|fuhr|nahm|fand',
  'gab|rief|bin|blieb',
  String.raw`[\p{L}]{3,}ed`,
);
const past = new RegExp(String.raw`\b${pastWords}\b`, 'iu');

/** One kind word may stand in any story. */
const mostPraise = 2;
/** Wishes and praise that only look like memories. */
const idioms =
  /\bcould(?:n['’]t| not) (?:ask|wish|be|recommend)\b[^.!?,]{0,30}|\b(?:well|highly) recommended\b|\bneed(?:ed)? no words\b|\bwould (?:recommend|buy|love|give)\b/giu;

/** Finds a customer's quotation that tells only how it was, or only how it is. */
export function findNoBeforeAfter(document: CoachDocument, settings: RuleSettings): Hit[] {
  const before = settings.phrases('before');
  const after = settings.phrases('after');
  const praise = settings.phrases('praise');
  return document.statements
    .filter(({ speaker }) => speaker === 'customer')
    .filter((statement) => isHalf(statement, { before, after, praise }))
    .map(({ block, range }) => hitIn(block, range));
}

/**
 * Sure of half a story only where nothing is past, where one sentence holds all there is, or where it is praise
 * and nothing else: what else a second sentence tells, no list of words can say.
 */
function isHalf(
  { words: said, block, range }: Statement,
  lists: Record<'before' | 'after' | 'praise', PhraseList>,
): boolean {
  const words = said.replaceAll(idioms, ' ');
  const tellsBefore = lists.before.has(words) || past.test(words);
  if (!tellsBefore) return true;
  if (lists.after.has(words) || laterMoment.test(words)) return false;
  if (!lists.before.has(words) && lists.praise.find(words).length >= mostPraise) return true;
  const parts = block.quotations.filter(({ from, to }) => from >= range.from && to <= range.to);
  if (parts.length > 1 || splitSentences(words).length > 1) return false;
  return !/[,;:–—]\s*(?:and|but|so|now|then|und|aber|nun)\s/iu.test(words);
}
