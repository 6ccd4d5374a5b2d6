import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContacts } from '../../../../core/review/excitement/readContacts';
import { readTests } from '../../../../core/review/excitement/readTests';
import type { PassMark } from '../../../../core/review/excitement/standing';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import { contactId, excitementTestId, removalId } from '../../../../core/review/ownId';
import { commitments, disappointments } from '../../../../core/review/records/excitement';
import type { ReviewRecord, ReviewRecordOf } from '../../../../core/review/reviewRecord';
import { anchorOn, content, release } from './testRelease';

const origin = { kind: 'here', file: '' } as const;
const mark: PassMark = {
  people: 40,
  veryDisappointedPercent: 40,
  commitment: 'time',
  commitmentPercent: 20,
  until: '2026-12-01',
};

function testOf(passMark: PassMark, at = '2026-11-01T10:00:00.000Z'): ReviewRecordOf<'excitementTest'> {
  const fields = { at, by: 'Ines', origin, version: 'v7', draft: 7, passMark };
  return { ...fields, id: excitementTestId(fields), kind: 'excitementTest' };
}

const fixed = testOf(mark);
const second = testOf({ ...mark, veryDisappointedPercent: 5 }, '2026-11-05T10:00:00.000Z');
const forged = { ...testOf({ ...mark, veryDisappointedPercent: 0 }), id: fixed.id };

const anyAnswer: fc.Arbitrary<ReviewRecordOf<'customerAnswer'>> = fc.record({
  id: fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'),
  kind: fc.constant('customerAnswer' as const),
  at: fc.constantFrom(
    '2026-10-20T10:00:00.000Z',
    '2026-11-06T10:00:00.000Z',
    '2026-11-07T10:00:00.000Z',
    '2026-12-09T10:00:00.000Z',
  ),
  by: fc.constant(''),
  origin: fc.constant(origin),
  test: fc.constantFrom(fixed.id, second.id, 'gone'),
  customer: fc.constantFrom('a', 'b', 'c'),
  version: fc.constant('v7'),
  retelling: fc.constantFrom('', 'It mends things.'),
  disappointment: fc.constantFrom(null, ...disappointments),
  commitment: fc.constantFrom(null, ...commitments),
  marks: fc.constantFrom([], [{ anchor: anchorOn('one price'), reaction: 'want' as const, note: '' }]),
});
const anyTestRecords = fc
  .array(fc.oneof(anyAnswer, fc.constantFrom<ReviewRecord>(fixed, second, forged)), { maxLength: 10 })
  .map(recordsById);
const now = Date.parse('2026-11-10T10:00:00.000Z');
const read = (records: Record<string, ReviewRecord>) =>
  readTests({ records: Object.values(records), content, release, now });

describe('a test with customers', () => {
  test('reads the same in whatever order answers are merged, and twice', () => {
    fc.assert(
      fc.property(anyTestRecords, anyTestRecords, (a, b) => {
        const merged = mergeRecords(a, b);
        expect(read(mergeRecords(b, a))).toEqual(read(merged));
        expect(read(mergeRecords(merged, a))).toEqual(read(merged));
        expect(read(Object.fromEntries(Object.entries(merged).reverse()))).toEqual(read(merged));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps its pass mark and its answers, whatever comes later', () => {
    fc.assert(
      fc.property(anyTestRecords, anyTestRecords, (a, b) => {
        const before = mergeRecords<ReviewRecord>(a, { [fixed.id]: fixed });
        const [known] = read(before).tests.filter(({ test: { id } }) => id === fixed.id);
        const onlyTests = recordsById(Object.values(b).filter(({ kind }) => kind === 'excitementTest'));
        const [later] = read(mergeRecords<ReviewRecord>(before, onlyTests)).tests.filter(
          ({ test: { id } }) => id === fixed.id,
        );
        expect(later).toEqual(known);
        expect(later?.test.passMark).toEqual(mark);
      }),
      { numRuns: 60 },
    );
  });

  test('counts each customer once, and neither answers older than the mark nor late ones', () => {
    fc.assert(
      fc.property(anyTestRecords, (records) => {
        const { tests, stray } = read(records);
        const answers = Object.values(records).filter((record) => record.kind === 'customerAnswer');
        const customers = new Set(answers.map(({ test: id, customer }) => `${id} ${customer}`));
        const told = tests.map(({ n, early, late }) => n + early + late);
        expect(told.reduce((sum, count) => sum + count, stray)).toBe(customers.size);
        for (const { n, disappointment, commitment, passedOver, lockedAt, reason } of tests) {
          const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b);
          expect(sum(disappointment) + passedOver.disappointment).toBe(n);
          expect(sum(commitment) + passedOver.commitment).toBe(n);
          expect(lockedAt === null).toBe(n === 0);
          expect(reason).not.toContain('%');
        }
      }),
    );
  });
});

test('contacts are listed until they are removed', () => {
  const contact = (customer: string): ReviewRecord => ({
    id: contactId(customer),
    kind: 'customerContact',
    at: '2026-11-02T10:00:00.000Z',
    by: '',
    origin,
    customer,
    name: 'Ada',
    contact: '',
  });
  const at = '2026-11-03T10:00:00.000Z';
  const removed = contactId('a');
  const removal: ReviewRecord = {
    id: removalId(removed),
    kind: 'removal',
    at,
    by: '',
    origin,
    record: removed,
  };
  const listed = (records: ReviewRecord[]) =>
    readContacts(records)
      .map(({ customer }) => customer)
      .sort();
  expect(listed([contact('b'), contact('a')])).toEqual(['a', 'b']);
  expect(listed([contact('b'), contact('a'), removal])).toEqual(['b']);
});

test('answers without the seal of their packet count, and are told', () => {
  const answer = (customer: string, isSealed: boolean): ReviewRecord => ({
    ...{
      id: customer,
      kind: 'customerAnswer',
      at: '2026-11-06T10:00:00.000Z',
      by: '',
      test: fixed.id,
      customer,
    },
    ...{ version: 'v7', retelling: '', disappointment: 'very', commitment: null, marks: [] },
    origin: { kind: 'packet', file: 'answer', packet: 'p', isSealed },
  });
  const { tests } = read(recordsById([fixed, answer('a', true), answer('b', false)]));
  expect(tests).toMatchObject([{ n: 2, claimed: 1 }]);
});
