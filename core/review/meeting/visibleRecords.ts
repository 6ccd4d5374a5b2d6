import type { ReviewRecord } from '../reviewRecord';
import { begunFor } from './meetingRemarks';
import { isReading, type Meeting, readMeetings } from './readMeetings';

/**
 * What one person may see now: while a room reads in silence, nobody sees what others wrote for it, nor how much.
 * The very same list where nothing is hidden.
 */
export function visibleRecords(
  records: readonly ReviewRecord[],
  { viewer, now }: { viewer: string; now: Date },
): readonly ReviewRecord[] {
  const reading = readMeetings(records).filter((meeting) => isReading(meeting, now));
  if (reading.length === 0) return records;
  const begun = new Set(reading.flatMap((meeting) => begunFor(meeting, records)).map(({ id }) => id));
  const isOwn = (record: ReviewRecord) =>
    viewer !== '' && (record.kind === 'note' ? record.speaker : record.by) === viewer;
  const hidden = new Set(
    records.filter((record) => begun.has(record.id) && !isOwn(record)).map(({ id }) => id),
  );
  return records.filter((record) => {
    if (hidden.has(record.id)) return false;
    if ('thread' in record) return !hidden.has(record.thread) && (!begun.has(record.thread) || isOwn(record));
    return record.kind !== 'note' || isOwn(record) || !isOf(reading, record.meeting);
  });
}

/** The next moment at which somebody may see more because the time is up; null while nothing waits for one. */
export function nextReveal(records: Iterable<ReviewRecord>, now: Date): Date | null {
  const ends = readMeetings(records)
    .filter((meeting) => isReading(meeting, now))
    .map(({ endsAt }) => Date.parse(endsAt ?? ''));
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

const isOf = (meetings: readonly Meeting[], id: string): boolean =>
  meetings.some((meeting) => meeting.id === id);
