import { removalId } from '../ownId';
import { byTime } from '../readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';

/** Everybody who chose to say who they are and was not removed, in the order in which they said so. */
export function readContacts(records: Iterable<ReviewRecord>): ReviewRecordOf<'customerContact'>[] {
  const all = [...records];
  const removed = new Set(all.filter(({ kind }) => kind === 'removal').map(({ id }) => id));
  return all
    .filter((record) => record.kind === 'customerContact')
    .filter(({ id }) => !removed.has(removalId(id)))
    .sort(byTime);
}
