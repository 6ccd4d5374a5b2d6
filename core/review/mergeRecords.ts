import { sortedJson } from '../json/sortedJson';
import { ownedRecord } from './ownId';
import type { ReviewRecord } from './reviewRecord';

/**
 * All records of both, by id, without the contacts that one of them removes. Records are never changed, so one id is
 * one record; where two claim it all the same, one of them is kept by a rule that does not depend on the order, so
 * that everybody keeps the same one.
 */
export function mergeRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> {
  const merged = new Map(Object.entries(a));
  for (const [id, record] of Object.entries(b)) {
    const known = merged.get(id);
    if (known === undefined || (known !== record && isRather(id, record, known))) merged.set(id, record);
  }
  for (const id of removedIn(merged)) if (isContact(merged.get(id))) merged.delete(id);
  return Object.fromEntries([...merged].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * True for the one of two records with the same id that stays. Nothing takes the place of a record that its id
 * stands for; and a contact, which may be dropped at any time, never takes the place of anything.
 */
function isRather(id: string, record: unknown, known: unknown): boolean {
  const one = sortedJson(record);
  const other = sortedJson(known);
  if (one === other) return false;
  const byRank = rankOf(id, record) - rankOf(id, known);
  return byRank === 0 ? one < other : byRank < 0;
}

function rankOf(id: string, record: unknown): number {
  const isClaimed = isSealed(record) ? 0 : 1;
  if (isContact(record)) return 3 + isClaimed;
  return ownedRecord(id, record) ? 0 : 1 + isClaimed;
}

/** The id of what came in a packet is made of what it says: the same thing claimed before is only known better by now. */
function isSealed(raw: unknown): boolean {
  const origin = typeof raw === 'object' && raw !== null && 'origin' in raw ? raw.origin : null;
  return typeof origin === 'object' && origin !== null && 'isSealed' in origin && origin.isSealed === true;
}

/** Ids of the contacts that these records remove. */
function removedIn(records: ReadonlyMap<string, unknown>): string[] {
  return [...records].flatMap(([id, raw]) => {
    const removal = kindOf(raw) === 'removal' ? ownedRecord(id, raw) : null;
    return removal?.kind === 'removal' ? [removal.record] : [];
  });
}

const isContact = (raw: unknown): boolean => kindOf(raw) === 'customerContact';

const kindOf = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : null;

/** Records by their ids, as they are merged and stored. */
export function recordsById(records: readonly ReviewRecord[]): Record<string, ReviewRecord> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}
