import type { PartKey } from '../../narrative/parts';
import { byTime } from '../readThreads';
import type { meetingSteps } from '../records/meetings';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';

export type MeetingStep = (typeof meetingSteps)[number];
export type MeetingOutcome = ReviewRecordOf<'decision'>['outcome'];

/** A review meeting as it stands, read from all that was said of it. */
export interface Meeting {
  id: string;
  /** Who reads what, for how long, and in which order people speak. */
  opened: ReviewRecordOf<'meeting'>;
  step: MeetingStep;
  /** The part that is talked about; null outside of the round by parts. */
  part: PartKey | null;
  /** ISO moment at which the time for the step is up; null where it has no limit. */
  endsAt: string | null;
  /** ISO moment at which it was closed; null while it goes on. */
  closedAt: string | null;
  /** Those who said that they have read all of it. */
  haveRead: ReadonlySet<string>;
  /** What was said, in order. */
  notes: readonly ReviewRecordOf<'note'>[];
  /** What each would decide, in a word. */
  opinions: ReadonlyMap<string, MeetingOutcome>;
  decision: ReviewRecordOf<'decision'> | null;
}

/**
 * The longest silent reading that is believed, in milliseconds. A moment far away, as any file may claim it, would
 * hide remarks for good.
 */
const longestReadingMs = 12 * 60 * 60_000;

/** Every meeting of a narrative, oldest first. The order of the records does not matter. */
export function readMeetings(records: Iterable<ReviewRecord>): Meeting[] {
  const all = [...records].sort(byTime);
  const meetings = all.filter((record) => record.kind === 'meeting').map(openMeeting);
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  for (const record of all) {
    if (!isOfMeeting(record)) continue;
    const meeting = byId.get(record.meeting);
    if (meeting) byId.set(meeting.id, withRecord(meeting, record));
  }
  return [...byId.values()].map(withinReason);
}

const meetingKinds = ['meetingStep', 'hasRead', 'note', 'opinion', 'decision'] as const;
type RecordOfMeeting = ReviewRecordOf<(typeof meetingKinds)[number]>;

const isOfMeeting = (record: ReviewRecord): record is RecordOfMeeting =>
  meetingKinds.some((kind) => kind === record.kind);

/** Reading begins with the meeting, so that one record alone says where it stands. */
function openMeeting(opened: ReviewRecordOf<'meeting'>): Meeting {
  return {
    id: opened.id,
    opened,
    step: 'reading',
    part: null,
    endsAt: new Date(Date.parse(opened.at) + opened.readingMinutes * 60_000).toISOString(),
    closedAt: null,
    haveRead: new Set(),
    notes: [],
    opinions: new Map(),
    decision: null,
  };
}

function withRecord(meeting: Meeting, record: RecordOfMeeting): Meeting {
  switch (record.kind) {
    case 'meetingStep': {
      const { step, part, endsAt, at } = record;
      return { ...meeting, step, part, endsAt, closedAt: step === 'closed' ? at : null };
    }
    case 'hasRead':
      return { ...meeting, haveRead: new Set([...meeting.haveRead, record.reader]) };
    case 'note':
      return { ...meeting, notes: [...meeting.notes, record] };
    case 'opinion':
      return { ...meeting, opinions: new Map(meeting.opinions).set(record.speaker, record.outcome) };
    case 'decision':
      return { ...meeting, decision: record };
  }
}

function withinReason(meeting: Meeting): Meeting {
  const latest = Date.parse(meeting.opened.at) + longestReadingMs;
  if (meeting.step !== 'reading' || meeting.endsAt === null || Date.parse(meeting.endsAt) <= latest)
    return meeting;
  return { ...meeting, endsAt: new Date(latest).toISOString() };
}

/** Whether people read in silence at this moment: until the time is up, or everybody has read. */
export function isReading({ step, endsAt, haveRead, opened }: Meeting, now: Date): boolean {
  if (step !== 'reading' || endsAt === null || now.getTime() >= Date.parse(endsAt)) return false;
  return opened.people.length === 0 || opened.people.some((person) => !haveRead.has(person));
}

/** Names in the order of speaking. Whoever is not of the room speaks before it, so that the most senior one stays last. */
export function inSpeakingOrder({ opened }: Meeting, names: Iterable<string>): string[] {
  const people = new Set(opened.people);
  const asked = new Set(names);
  const others = [...asked].filter((name) => !people.has(name)).sort();
  return [...others, ...opened.people.filter((name) => asked.has(name))];
}

/** The meeting that goes on now, the one that was opened last; null between meetings. */
export const currentMeeting = (meetings: readonly Meeting[]): Meeting | null =>
  meetings.findLast(({ step }) => step !== 'closed') ?? null;
