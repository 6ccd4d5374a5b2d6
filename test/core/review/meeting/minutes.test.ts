import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../../core/narrative/narrativeDoc';
import { type Minutes, minutesOf } from '../../../../core/review/meeting/minutesOf';
import { readMeetings } from '../../../../core/review/meeting/readMeetings';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import { paragraphs } from '../reviewArbitrary';
import {
  anyRoom,
  fromPacket,
  meeting,
  minute,
  note,
  packet,
  people,
  remark,
  step,
  wordsAnchor,
} from './someMeeting';

const empty = emptyContent();
const content = {
  ...empty,
  parts: { ...empty.parts, plan: paragraphs('We open in May.', '', 'Then in every town within two hours.') },
};

const minutesIn = (records: ReviewRecord[], id = 'meeting'): Minutes => {
  const found = readMeetings(records).find((candidate) => candidate.id === id);
  if (!found) throw new Error('no such meeting');
  return minutesOf(found, records, content);
};

/** Ids of all that minutes tell, in their order. */
function toldIds({ impressions, parts }: Minutes): string[] {
  const remarks = parts.flatMap((part) => part.remarks);
  const notes = [...impressions, ...parts.flatMap((part) => part.notes)];
  return [...notes, ...remarks, ...remarks.flatMap(({ replies }) => replies)].map(({ id }) => id);
}

/** Said slowly, from what the records say alone: what belongs to a meeting. */
function ownIds(records: ReviewRecord[], id: string): string[] {
  const open = readMeetings(records).find((candidate) => candidate.id === id);
  const draft = open?.opened.draft;
  const isInTime = ({ at }: ReviewRecord) => !open?.closedAt || Date.parse(at) <= Date.parse(open.closedAt);
  const begun = records.filter((record) => {
    if (record.kind === 'comment' && record.meeting !== undefined) return record.meeting === id;
    if (record.kind !== 'comment' && record.kind !== 'suggestion') return false;
    return record.origin.packet === 'packet' && draft === 7 && isInTime(record);
  });
  const threads = begun.map((record) => record.id);
  const answers = records.filter(
    (record) => record.kind === 'reply' && threads.includes(record.thread) && isInTime(record),
  );
  const notes = records.filter((record) => record.kind === 'note' && record.meeting === id);
  return [...begun, ...answers, ...notes].map((record) => record.id);
}

describe('minutes', () => {
  test('have every remark of their meeting once and only once, from records in any order', () => {
    fc.assert(
      fc.property(anyRoom, fc.infiniteStream(fc.nat()), (records, shuffle) => {
        const shuffled = records
          .map((record) => [shuffle.next().value, record] as const)
          .sort(([a], [b]) => a - b)
          .map(([, record]) => record);
        for (const id of ['meeting', 'other']) {
          expect(toldIds(minutesIn(records, id)).sort()).toEqual(ownIds(records, id).sort());
          expect(minutesIn(shuffled, id)).toEqual(minutesIn(records, id));
        }
      }),
    );
  });

  test('tell remarks in the order of the text, by paragraph, and what is gone from it last', () => {
    const minutes = minutesIn([
      meeting({ parts: ['plan'] }),
      remark({ id: 'gone', anchor: wordsAnchor('words that nobody wrote', 'plan') }),
      remark({ id: 'second', anchor: wordsAnchor('within two hours', 'plan') }),
      remark({ id: 'first', anchor: wordsAnchor('open in May', 'plan') }),
    ]);
    expect(minutes.parts.flatMap(({ remarks }) => remarks)).toMatchObject([
      { id: 'first', place: 'A ¶1', quote: 'open in May' },
      { id: 'second', place: 'A ¶2' },
      { id: 'gone', place: 'Launch plan' },
    ]);
  });

  test('let the most senior one speak last, and name who took part by packet', () => {
    const { meeting: _none, ...sent } = remark({ id: 'sent', by: 'Jonah Petkov', origin: fromPacket });
    const minutes = minutesIn([
      meeting(),
      packet(),
      sent,
      note({ id: 'last', speaker: people[2] ?? '', at: minute(21) }),
      note({ id: 'first', speaker: people[0] ?? '', at: minute(23) }),
    ]);
    expect(minutes.impressions.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(minutes.byPacket).toEqual(['Jonah Petkov']);
  });
});

describe('what minutes hold beside remarks', () => {
  test('is the decision, with the place of the remark that asked for a change', () => {
    const change = { text: 'Say what happens on a Sunday', owner: 'Maren Lund', due: '2026-12-01' };
    const decision: ReviewRecord = {
      ...step(),
      id: 'decision',
      kind: 'decision',
      outcome: 'revise',
      reason: '',
      changes: [
        { ...change, remark: 'remark' },
        { ...change, remark: '' },
      ],
      stopReasons: [],
      revisitOn: '',
      mustDiffer: '',
    };
    const about = remark({ anchor: wordsAnchor('within two hours', 'plan') });
    const minutes = minutesIn([meeting({ parts: ['plan'] }), about, decision]);
    expect(minutes.decision?.changes).toEqual([
      { ...change, place: 'A ¶2' },
      { ...change, place: '' },
    ]);
  });

  test('is which remarks became questions, and what readers remember', () => {
    const asked = {
      type: 'faqItem' as const,
      attrs: { id: 'q', askedBy: 'Vikram Sethi', owner: 'Maren Lund', due: '2026-12-01', state: 'open' },
      content: [
        { type: 'faqQuestion' as const, content: [{ type: 'text' as const, text: 'On a Sunday too?' }] },
      ],
    };
    const answers: ReviewRecord = {
      ...step(),
      id: 'answers',
      kind: 'modelAnswers',
      by: 'Ruth Adebayo',
      version: 'v7',
      draft: 7,
      answers: { customer: 'Households', price: ' ' },
    };
    const records = [meeting(), remark(), answers];
    const withFaq = {
      ...content,
      parts: { ...content.parts, internalFaq: { type: 'doc' as const, content: [asked] } },
    };
    const [open] = readMeetings(records);
    const minutes = open && minutesOf(open, records, withFaq);
    expect(minutes?.questions).toMatchObject([
      { text: 'On a Sunday too?', owner: 'Maren Lund', state: 'open' },
    ]);
    expect(minutes?.remembered).toEqual([
      { title: 'Customer', answers: [{ by: 'Ruth Adebayo', text: 'Households' }] },
    ]);
  });
});
