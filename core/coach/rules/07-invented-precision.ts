import type { CoachDocument } from '../coachDocument';
import { hasEvidence, type SourceLists, sourceLists } from '../reading/evidence';
import { findNumbers } from '../reading/findNumbers';
import type { Statement } from '../reading/findStatements';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds speakers who talk in measurements that nothing in the release backs. */
export function findInventedPrecision(document: CoachDocument, settings: RuleSettings): Hit[] {
  const sources = sourceLists(settings);
  const counted = document.statements.map((statement) => ({
    ...statement,
    numbers: findNumbers(statement.words).filter(({ kind }) => kind !== 'money'),
    isBacked: isBacked(statement, sources),
  }));
  const loose = counted.filter(({ isBacked, numbers }) => !isBacked && numbers.length > 0);
  const total = loose.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const isMeasured = loose.some(({ numbers }) => numbers.length >= settings.threshold('inOneQuote'));
  if (total < settings.threshold('numbers') || !isMeasured) return [];
  // Once one speaker talks in measurements, every quotation with one is in question.
  return loose.map(({ block, range, numbers: { length } }) =>
    hitIn(block, range, { slots: { count: String(length) }, ...(length === 1 ? { variant: 'one' } : {}) }),
  );
}

/** One mark, link or footnote beside the words says how all of their numbers are known. */
function isBacked({ block, range }: Statement, sources: SourceLists): boolean {
  const { links, notes } = block.source;
  return block.honestMarks.length + links.length + notes.length > 0 || hasEvidence(block, range, sources);
}
