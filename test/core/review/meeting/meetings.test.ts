import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../../core/narrative/narrativeDoc';
import { meetingRemarks } from '../../../../core/review/meeting/meetingRemarks';
import { readingTime } from '../../../../core/review/meeting/readingTime';
import { inSpeakingOrder, isReading, readMeetings } from '../../../../core/review/meeting/readMeetings';
import { nextReveal, visibleRecords } from '../../../../core/review/meeting/visibleRecords';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import { paragraphs } from '../reviewArbitrary';
import { anyRoom, fromPacket, meeting, minute, note, packet, people, remark, step } from './someMeeting';

const at = (minutes: number) => new Date(minute(minutes));
const only = (records: ReviewRecord[]) => {
  const [first] = readMeetings(records);
  if (!first) throw new Error('no meeting was read');
  return first;
};

describe('a meeting', () => {
  test('stands the same from records in any order, and from machines merged in any order', () => {
    fc.assert(
      fc.property(anyRoom, fc.infiniteStream(fc.nat()), fc.nat(15), (records, shuffle, cut) => {
        const shuffled = records
          .map((record) => [shuffle.next().value, record] as const)
          .sort(([a], [b]) => a - b)
          .map(([, record]) => record);
        expect(readMeetings(shuffled)).toEqual(readMeetings(records));
        const [one, other] = [recordsById(records.slice(0, cut)), recordsById(records.slice(cut))];
        expect(readMeetings(Object.values(mergeRecords(one, other)))).toEqual(readMeetings(records));
        expect(readMeetings(Object.values(mergeRecords(other, one)))).toEqual(readMeetings(records));
      }),
    );
  });

  test('reads from its first record on, until the time is up', () => {
    const opened = only([meeting()]);
    expect(isReading(opened, at(0))).toBe(true);
    expect(isReading(opened, at(19))).toBe(true);
    expect(isReading(opened, at(20))).toBe(false);
  });

  test('reads longer when minutes are added, and no longer once it went on', () => {
    const longer = step({ step: 'reading', endsAt: minute(25) });
    expect(isReading(only([meeting(), longer]), at(24))).toBe(true);
    const goneOn = step({ id: 'on', at: minute(12), step: 'impressions' });
    expect(isReading(only([goneOn, meeting(), longer]), at(13))).toBe(false);
  });

  test('reads no longer once everybody has read', () => {
    const read = (reader: string): ReviewRecord => ({ ...step(), id: reader, kind: 'hasRead', reader });
    const some = people.slice(1).map(read);
    expect(isReading(only([meeting(), ...some]), at(5))).toBe(true);
    expect(isReading(only([meeting(), ...people.map(read)]), at(5))).toBe(false);
  });

  test('never reads for longer than half a day, whatever a file claims', () => {
    const forged = step({ step: 'reading', endsAt: '9999-01-01T00:00:00.000Z' });
    expect(isReading(only([meeting(), forged]), at(12 * 60))).toBe(false);
  });

  test('lets the most senior one speak last, also after somebody who is not in the room', () => {
    expect(inSpeakingOrder(only([meeting()]), ['Ines Halloran', 'Zoe', 'Vikram Sethi'])).toEqual([
      'Zoe',
      'Vikram Sethi',
      'Ines Halloran',
    ]);
  });

  test('has the packets of its draft, as long as it goes on', () => {
    const { meeting: _none, ...free } = remark({ id: 'sent', by: 'Jonah Petkov', origin: fromPacket });
    const closed = step({ id: 'closed', step: 'closed', at: minute(40) });
    const late = { ...free, id: 'late', at: minute(41) };
    const ids = (records: ReviewRecord[]) =>
      meetingRemarks(only(records), records).threads.map(({ id }) => id);
    expect(ids([meeting(), packet(), free, late])).toEqual(['sent', 'late']);
    expect(ids([meeting(), packet(), free, late, closed])).toEqual(['sent']);
    expect(ids([meeting(), packet({ draft: 6 }), free])).toEqual([]);
    expect(ids([meeting(), packet({ purpose: 'customers' }), free])).toEqual([]);
  });
});

describe('while a room reads', () => {
  const { meeting: _none, ...sent } = remark({ id: 'sent', by: 'Jonah Petkov', origin: fromPacket });
  const { meeting: _room, ...before } = remark({ id: 'before', by: 'Ruth Adebayo' });
  const room: ReviewRecord[] = [
    meeting(),
    packet(),
    remark({ id: 'mine' }),
    remark({ id: 'theirs', by: 'Ruth Adebayo' }),
    sent,
    before,
    note({ id: 'whole', at: minute(6), by: 'Ruth Adebayo', speaker: 'Ruth Adebayo' }),
  ];
  const seen = (viewer: string, now: Date, records = room) =>
    visibleRecords(records, { viewer, now })
      .map(({ id }) => id)
      .filter((id) => id !== 'meeting' && id !== 'packet');

  test('each sees their own remarks, and what was there before', () => {
    expect(seen('Vikram Sethi', at(10))).toEqual(['mine', 'before']);
    expect(seen('Ruth Adebayo', at(10))).toEqual(['theirs', 'before', 'whole']);
    expect(seen('', at(10))).toEqual(['before']);
  });

  test('everybody sees all once the time is up', () => {
    expect(visibleRecords(room, { viewer: '', now: at(20) })).toBe(room);
  });

  test('answers and resolutions of what is hidden are hidden too', () => {
    const reply: ReviewRecord = { ...remark(), id: 'reply', kind: 'reply', thread: 'theirs', text: 'Yes.' };
    const resolved: ReviewRecord = { ...reply, id: 'resolved', kind: 'resolution', isResolved: true };
    const other: ReviewRecord = { ...reply, id: 'elsewhere', thread: 'before' };
    expect(seen('Vikram Sethi', at(10), [...room, reply, resolved, other])).toEqual([
      'mine',
      'before',
      'elsewhere',
    ]);
  });

  test('the next moment at which more is seen is told', () => {
    expect(nextReveal(room, at(10))).toEqual(at(20));
    expect(nextReveal(room, at(20))).toBeNull();
  });

  test('nobody ever sees a remark of others, and everybody all of their own', () => {
    fc.assert(
      fc.property(
        anyRoom,
        fc.constantFrom(...people, ''),
        fc.integer({ min: -60, max: 60 }),
        (records, viewer, minutes) => {
          const now = at(minutes);
          const shown = new Set(visibleRecords(records, { viewer, now }).map(({ id }) => id));
          for (const open of readMeetings(records)) {
            const remarks = meetingRemarks(open, records).threads.flatMap(({ comment }) => comment ?? []);
            for (const { id, by } of remarks) {
              if (by === viewer && viewer !== '') expect(shown).toContain(id);
              else if (isReading(open, now)) expect(shown).not.toContain(id);
            }
          }
        },
      ),
    );
  });
});

describe('the time for reading', () => {
  test('is sized to the length, and says when it is too much for one meeting', () => {
    const content = emptyContent();
    const words = (count: number) => ({
      ...content,
      parts: { ...content.parts, plan: paragraphs('word '.repeat(count)) },
    });
    expect(readingTime(words(10), ['plan'])).toEqual({ words: 10, minutes: 5, isTooLong: false });
    expect(readingTime(words(3300), ['plan'])).toEqual({ words: 3300, minutes: 26, isTooLong: false });
    expect(readingTime(words(3300), ['release']).words).toBe(0);
    expect(readingTime(words(6000), ['plan']).isTooLong).toBe(true);
  });
});
