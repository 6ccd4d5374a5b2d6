import type { CoachDocument } from '../coachDocument';
import { hasEvidence } from '../reading/evidence';
import { findNumbers } from '../reading/findNumbers';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds speakers who talk in measurements that nothing in the release backs. */
export function findInventedPrecision(document: CoachDocument, settings: RuleSettings): Hit[] {
  const sources = settings.phrases('sources');
  const counted = document.statements.map((statement) => ({
    ...statement,
    numbers: findNumbers(statement.words).filter(({ kind }) => kind !== 'money'),
    isBacked: hasEvidence(statement.block, statement.range, sources),
  }));
  const loose = counted.filter(({ isBacked, numbers }) => !isBacked && numbers.length > 0);
  const total = loose.reduce((sum, { numbers }) => sum + numbers.length, 0);
  if (total < settings.threshold('numbers')) return [];
  return loose
    .filter(({ numbers }) => numbers.length >= settings.threshold('inOneQuote'))
    .map(({ block, range, numbers }) => hitIn(block, range, { slots: { count: String(numbers.length) } }));
}
