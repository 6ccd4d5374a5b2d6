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
  const removed = new Set([...merged].flatMap(([id, raw]) => removedBy(id, raw)));
  for (const [id, raw] of merged) {
    // One that its customer's id does not stand for could not be removed together with all they say of themselves.
    if (isContact(raw) && (removed.has(id) || !ownedRecord(id, raw))) merged.delete(id);
  }
  return Object.fromEntries([...merged].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * True for the one of two records with the same id that stays. Nothing takes the place of a record that its id
 * stands for; and a contact, which may be dropped at any time, never takes the place of anything but an earlier one.
 */
function isRather(id: string, record: unknown, known: unknown): boolean {
  const one = sortedJson(record);
  const other = sortedJson(known);
  if (one === other) return false;
  const byRank = rankOf(id, record) - rankOf(id, known);
  if (byRank !== 0) return byRank < 0;
  const byTime = isContact(record) ? momentOf(known) - momentOf(record) : 0;
  return byTime === 0 ? one < other : byTime < 0;
}

function rankOf(id: string, record: unknown): number {
  const isOwned = ownedRecord(id, record) !== null;
  const isClaimed = isSealed(record) ? 0 : 1;
  if (isContact(record)) return isOwned ? 3 + isClaimed : 5;
  return isOwned ? 0 : 1 + isClaimed;
}

/** The id of what came in a packet is made of what it says: the same thing claimed before is only known better by now. */
const isSealed = (raw: unknown): boolean => fieldOf(fieldOf(raw, 'origin'), 'isSealed') === true;

/** Id of the contact that a record removes. */
function removedBy(id: string, raw: unknown): string[] {
  const removal = kindOf(raw) === 'removal' ? ownedRecord(id, raw) : null;
  return removal?.kind === 'removal' ? [removal.record] : [];
}

const isContact = (raw: unknown): boolean => kindOf(raw) === 'customerContact';

const kindOf = (raw: unknown): unknown => fieldOf(raw, 'kind');

function momentOf(raw: unknown): number {
  const at = Date.parse(String(fieldOf(raw, 'at')));
  return Number.isNaN(at) ? 0 : at;
}

const fieldOf = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[name] : undefined;

/** Records by their ids, as they are merged and stored. */
export function recordsById(records: readonly ReviewRecord[]): Record<string, ReviewRecord> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}
