import { sortedJson } from '../json/sortedJson';
import type { ReviewRecord } from './reviewRecord';

/**
 * All records of both, by id. Records are never changed, so one id is one record; where two claim it all the same,
 * one of them is kept by a rule that does not depend on the order, so that everybody keeps the same one.
 */
export function mergeRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> {
  const merged = new Map(Object.entries(a));
  for (const [id, record] of Object.entries(b)) {
    const known = merged.get(id);
    if (known === undefined || (known !== record && sortedJson(record) < sortedJson(known)))
      merged.set(id, record);
  }
  return Object.fromEntries([...merged].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Records by their ids, as they are merged and stored. */
export function recordsById(records: readonly ReviewRecord[]): Record<string, ReviewRecord> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}
