import { type ReviewSuggestion, readSuggestions } from '../readSuggestions';
import { type ReviewThread, readThreads } from '../readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import type { Meeting } from './readMeetings';

type Begun = ReviewRecordOf<'comment' | 'suggestion'>;

/** What was written for one meeting, in its reading or in a packet of the same draft. */
export interface MeetingRemarks {
  threads: readonly ReviewThread[];
  /** Changes that readers of packets proposed. */
  suggestions: readonly ReviewSuggestion[];
}

/** All remarks of a meeting, with what was answered until it was closed; oldest first, in whatever order they came. */
export function meetingRemarks(meeting: Meeting, records: readonly ReviewRecord[]): MeetingRemarks {
  const begun = begunFor(meeting, records);
  const ids = new Set(begun.map(({ id }) => id));
  const answers = records.filter(
    (record) => isAnswer(record) && ids.has(record.thread) && isInTime(meeting, record),
  );
  const own = [...begun, ...answers];
  return { threads: readThreads(own), suggestions: readSuggestions(own, {}) };
}

const isAnswer = (record: ReviewRecord): record is ReviewRecordOf<'reply' | 'placement' | 'resolution'> =>
  record.kind === 'reply' || record.kind === 'placement' || record.kind === 'resolution';

/** The remarks and suggestions that began something in a meeting. */
export function begunFor(meeting: Meeting, records: readonly ReviewRecord[]): Begun[] {
  const packets = packetsOf(meeting, records);
  return records.filter((record): record is Begun => {
    if (record.kind !== 'comment' && record.kind !== 'suggestion') return false;
    if (record.kind === 'comment' && record.meeting !== undefined) return record.meeting === meeting.id;
    return packets.has(record.origin.packet ?? '') && isInTime(meeting, record);
  });
}

/** Packets that were made of the draft which the meeting is about. */
function packetsOf({ opened }: Meeting, records: readonly ReviewRecord[]): ReadonlySet<string> {
  const made = records.filter((record) => record.kind === 'packet');
  return new Set(
    made.filter(({ purpose, draft }) => purpose === 'review' && draft === opened.draft).map(({ id }) => id),
  );
}

/** What is said after a meeting was closed is not of it. */
const isInTime = ({ closedAt }: Meeting, { at }: ReviewRecord): boolean =>
  closedAt === null || Date.parse(at) <= Date.parse(closedAt);
