import { type CoachDocument, sectionOf } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { namesPeople } from '../reading/namesPeople';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const sections = ['heading', 'subheading', 'summary'];
const qualifierAfterWords = anyOf(
  'who|whose|that|with|without|in|at|from|of|between|under|over|near|living|working|facing',
  'running|die|mit|ohne|aus|im|in',
);
const qualifierAfter = new RegExp(String.raw`^(?:,)?\s+${qualifierAfterWords}\s`, 'iu');

/** Finds a release that speaks of users, customers or people, and never says which. */
export function findNoNamedCustomer(document: CoachDocument, settings: RuleSettings): Hit[] {
  const generic = settings.phrases('genericCustomers');
  const blocks = sections.flatMap((key) => [...(sectionOf(document, 'release', key)?.blocks ?? [])]);
  const mentions = blocks.flatMap((block) =>
    generic.find(block.prose, block.words).map((range) => ({ block, range })),
  );
  if (mentions.length === 0) return [];
  if (blocks.some((block) => namesPeople(block.prose, settings.phrases('segments')))) return [];
  const vague = settings.phrases('vagueQualifiers');
  if (mentions.some(({ block, range }) => isQualified(block, range, (text) => vague.has(text)))) return [];
  return mentions.slice(0, 1).map(({ block, range }) => hitIn(block, range));
}

/** "Small bakeries' customers" or "people who rent" say which ones; "our customers" does not. */
function isQualified(
  { prose, words }: CoachBlock,
  range: TextRange,
  isVague: (text: string) => boolean,
): boolean {
  if (qualifierAfter.test(prose.slice(range.to, range.to + 12))) return true;
  const at = words.findIndex(({ from }) => from === range.from);
  const before = words[at - 1];
  if (!before || /[.,:;!?]/u.test(prose.slice(before.to, range.from))) return false;
  return !isVague(before.lower);
}
