import type { CoachDocument } from '../coachDocument';
import { findNames, nameKey } from '../reading/findNames';
import type { Statement } from '../reading/findStatements';
import { wordSet } from '../reading/wordSet';
import { type Hit, hitIn } from '../rule';

/** Finds a release in which two or more people praise the product and all of them are of the company. */
export function findInsidersOnly(document: CoachDocument): Hit[] {
  const { statements } = document;
  const [first, ...others] = statements;
  if (!first || others.length === 0) return [];
  const firms = statements.map((statement) => firmsOf(statement));
  const shared = (firms[0] ?? []).filter((firm) => firms.every((each) => each.includes(firm)));
  const isInside = (statement: Statement) =>
    isOf(statement, document.names.company) ||
    (statement.speaker === 'company' && statement.piece.section !== 'customerQuote');
  if (shared.length === 0 && !statements.every(isInside)) return [];
  const last = others.at(-1) ?? first;
  return [hitIn(last.block, last.range)];
}

function isOf({ attribution }: Statement, company: string): boolean {
  const key = nameKey(company);
  return key.length >= 3 && nameKey(attribution).includes(key);
}

/** Names in an attribution, the speaker's own and everyday titles left out: mostly where they work. */
function firmsOf({ attribution, name }: Statement): string[] {
  const rest = attribution.replace(name, '').replace(/\*/gu, '');
  const places = [...rest.matchAll(/\b(?:at|of|from|with|for|bei|von)\s+(\p{Lu}[\p{L}\p{N}&.-]{2,40})/gu)];
  return [
    ...findNames(rest, []).map(({ text }) => nameKey(text)),
    ...places.map((match) => nameKey(match[1] ?? '')),
  ].filter((key) => key.length >= 3 && !titles.has(key));
}

const titles = wordSet(
  'ceo cto cpo coo cfo founder president director manager head product customer senior chief officer',
  'engineer vp vicepresident productmanager seniorproductmanager directorofproduct operations',
  'marketing sales innovation',
);
