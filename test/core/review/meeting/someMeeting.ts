import fc from 'fast-check';
import { partKeys } from '../../../../core/narrative/parts';
import type { Anchor } from '../../../../core/review/anchor';
import type { ReviewRecord, ReviewRecordOf } from '../../../../core/review/reviewRecord';
import { anyAnchor } from '../reviewArbitrary';

export const people = ['Vikram Sethi', 'Ruth Adebayo', 'Ines Halloran'];

/** The tenth hour of the meeting's day and so many minutes. */
export const minute = (minutes: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00.000Z') + minutes * 60_000).toISOString();

const here = { kind: 'here', file: '' } as const;
export const wordsAnchor = (quote: string, part: Anchor['part'] = 'release'): Anchor => ({
  part,
  section: '',
  item: '',
  from: null,
  to: null,
  quote,
  before: '',
  after: '',
});

type Changes<K extends ReviewRecord['kind']> = Partial<Omit<ReviewRecordOf<K>, 'kind'>>;

/** Three people reading draft 7 from ten o'clock on for twenty minutes, apart from what a test is about. */
export const meeting = (changes: Changes<'meeting'> = {}): ReviewRecordOf<'meeting'> => ({
  id: 'meeting',
  kind: 'meeting',
  at: minute(0),
  by: 'Maren Lund',
  origin: here,
  version: 'v7',
  draft: 7,
  parts: ['release'],
  readingMinutes: 20,
  people,
  noteTaker: 'Ruth Adebayo',
  emptyChair: '',
  ...changes,
});

export const step = (changes: Changes<'meetingStep'> = {}): ReviewRecordOf<'meetingStep'> => ({
  id: 'step',
  kind: 'meetingStep',
  at: minute(1),
  by: 'Maren Lund',
  origin: here,
  meeting: 'meeting',
  step: 'impressions',
  part: null,
  endsAt: null,
  ...changes,
});

export const remark = (changes: Changes<'comment'> = {}): ReviewRecordOf<'comment'> => ({
  id: 'remark',
  kind: 'comment',
  at: minute(5),
  by: 'Vikram Sethi',
  origin: here,
  anchor: wordsAnchor('within two hours'),
  text: 'On a Sunday too?',
  meeting: 'meeting',
  ...changes,
});

export const packet = (changes: Changes<'packet'> = {}): ReviewRecordOf<'packet'> => ({
  id: 'packet',
  kind: 'packet',
  at: minute(-60),
  by: 'Maren Lund',
  origin: here,
  purpose: 'review',
  reader: 'Jonah Petkov',
  version: 'v7',
  draft: 7,
  parts: ['release'],
  asks: { comments: true, suggestions: true, signOff: false, modelPrompts: [] },
  excitementTest: '',
  returnBy: '',
  sealKey: 'AAAA',
  answerKey: '',
  ...changes,
});

export const fromPacket = { kind: 'packet', file: 'jonah.html', packet: 'packet', isSealed: true } as const;

export const note = (changes: Changes<'note'> = {}): ReviewRecordOf<'note'> => ({
  id: 'note',
  kind: 'note',
  at: minute(25),
  by: 'Ruth Adebayo',
  origin: here,
  meeting: 'meeting',
  part: null,
  speaker: 'Vikram Sethi',
  text: 'I would use this.',
  ...changes,
});

const anyMoment = fc.integer({ min: -90, max: 90 }).map(minute);
const anyone = fc.constantFrom(...people, 'Jonah Petkov', '');
const anyMeetingId = fc.constantFrom('meeting', 'other', 'unknown');
const said = { at: anyMoment, by: anyone };
const anyThread = fc.nat(12).map((number) => `record-${number}`);

/** What is said in a room and around it, much of it about one of two meetings. */
const anySaid: fc.Arbitrary<ReviewRecord> = fc.oneof(
  fc
    .record({ ...said, anchor: anyAnchor, meeting: anyMeetingId, origin: fc.constantFrom(here, fromPacket) })
    .map(remark),
  fc.record({ ...said, anchor: anyAnchor, origin: fc.constantFrom(here, fromPacket) }).map((comment) => {
    const { meeting: _own, ...free } = remark(comment);
    return free;
  }),
  fc
    .record({ ...said, thread: anyThread, origin: fc.constantFrom(here, fromPacket) })
    .map((reply): ReviewRecord => ({ ...reply, id: '', kind: 'reply', text: 'An answer.' })),
  fc.record({ ...said, anchor: anyAnchor, origin: fc.constantFrom(here, fromPacket) }).map(
    (suggestion): ReviewRecord => ({
      ...suggestion,
      id: '',
      kind: 'suggestion',
      change: { kind: 'words', was: [], now: [{ type: 'text', text: 'new' }] },
    }),
  ),
  fc
    .record({ ...said, meeting: anyMeetingId, speaker: anyone, part: fc.constantFrom(null, ...partKeys) })
    .map(note),
  fc
    .record({
      ...said,
      meeting: anyMeetingId,
      step: fc.constantFrom('reading' as const, 'impressions' as const, 'parts' as const, 'closed' as const),
      endsAt: fc.option(anyMoment),
    })
    .map(step),
  fc
    .record({ ...said, meeting: anyMeetingId, reader: anyone })
    .map((read): ReviewRecord => ({ ...read, id: '', origin: here, kind: 'hasRead' })),
  fc
    .record({
      ...said,
      meeting: anyMeetingId,
      speaker: anyone,
      outcome: fc.constantFrom('go' as const, 'stop' as const),
    })
    .map((opinion): ReviewRecord => ({ ...opinion, id: '', origin: here, kind: 'opinion' })),
);

/** All that was said around two meetings and a packet of their draft, each record with an id of its own. */
export const anyRoom: fc.Arbitrary<ReviewRecord[]> = fc
  .array(anySaid, { maxLength: 12 })
  .map((records) => [
    meeting(),
    meeting({ id: 'other', at: minute(-30), draft: 6 }),
    packet(),
    ...records.map((record, index) => ({ ...record, id: `record-${index}` })),
  ]);
