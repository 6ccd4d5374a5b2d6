import { countWords } from '../../narrative/plainText';
import type { CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import { nameKey } from '../reading/findNames';
import { findNumbers } from '../reading/findNumbers';
import type { Statement } from '../reading/findStatements';
import { PhraseList } from '../reading/words';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const speaksForSelf = /\b(?:I|I'm|I’m|I've|I’ve|I'd|I’d|my|me|mine|ich|mein|meine|mir|mich)\b/u;
const concreteWords = anyOf(
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|morning|evening|night|afternoon|lunch',
  'kitchen|phone|mother|father|daughter|son|wife|husband|boss|desk|train|car|yesterday',
  'last (?:week|month|year|time)',
);
const concrete = new RegExp(String.raw`\b${concreteWords}\b|\d`, 'iu');

/** Finds quotations that nobody would say aloud, by how many signs of a brochure come together. */
export function findMarketingQuote(document: CoachDocument, settings: RuleSettings): Hit[] {
  return document.statements
    .filter((statement) => signs(statement, document, settings) >= settings.threshold('signs'))
    .map(({ block, range }) => hitIn(block, range));
}

function signs({ words }: Statement, document: CoachDocument, settings: RuleSettings): number {
  const praise =
    settings.phrases('hype').find(words).length + settings.phrases('abstract').find(words).length;
  const { product } = document.names;
  const isName = nameKey(product).length >= 3;
  const named = isName ? new PhraseList([product]).find(words).length : 0;
  if (praise === 0 && named < 2) return 0;
  return [
    praise > 0,
    praise > 1,
    named >= 2,
    !speaksForSelf.test(words),
    !concrete.test(words) && findNumbers(words).length === 0,
    countWords(words) > settings.threshold('words'),
  ].filter(Boolean).length;
}
