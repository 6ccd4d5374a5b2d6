import type { ReviewRecord } from '../reviewRecord';

/**
 * What was said about a narrative as it may leave the library: without packets, whose keys would let others seal answers,
 * and without the names of customers.
 */
export function recordsToHandOver(review: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stays = (raw: unknown) =>
    typeof raw === 'object' &&
    raw !== null &&
    'kind' in raw &&
    (raw.kind === 'packet' || raw.kind === 'customerContact');
  return Object.fromEntries(Object.entries(review).filter(([, raw]) => !stays(raw)));
}

/** What somebody handed over, taken for no more than a claim: whoever made the file can have written anything in it. */
export function recordsFromOthers(records: readonly ReviewRecord[]): ReviewRecord[] {
  return records
    .filter(({ kind }) => kind !== 'packet')
    .map((record) =>
      record.origin.isSealed ? { ...record, origin: { ...record.origin, isSealed: false } } : record,
    );
}
