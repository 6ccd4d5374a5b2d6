import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  endOfTest,
  fewestForShare,
  type PassMark,
  readStanding,
  shareWords,
} from '../../../../core/review/excitement/standing';

const mark: PassMark = {
  people: 40,
  veryDisappointedPercent: 40,
  commitment: 'time',
  commitmentPercent: 20,
  until: '2026-12-01',
};

const counts = (very: number, n: number, time: number) => ({
  n,
  disappointment: { very, somewhat: n - very, not: 0 },
  commitment: { opinion: n - time, email: 0, time, introduction: 0, preorder: 0 },
});

const open = Date.parse('2026-11-10T00:00:00.000Z');
const over = endOfTest(mark);
const small: PassMark = { ...mark, people: 7 };
test.each([
  {
    name: 'is open while customers are missing',
    passMark: mark,
    counted: counts(3, 12, 3),
    at: open,
    standing: 'notYet',
    reason: '12 of 40 customers have answered so far.',
  },
  {
    name: 'is none below thirty',
    passMark: small,
    counted: counts(7, 7, 7),
    at: open,
    standing: 'tooFew',
    reason: '7 of 7 customers have answered. Too few to read a share: n = 7.',
  },
  {
    name: 'is none below thirty after the last day',
    passMark: mark,
    counted: counts(29, 29, 29),
    at: over,
    standing: 'tooFew',
    reason: '29 of 40 customers have answered. Too few to read a share: n = 29.',
  },
  {
    name: 'is no when customers are still missing after the last day',
    passMark: mark,
    counted: counts(39, 39, 39),
    at: over,
    standing: 'failed',
    reason: '39 of 40 customers have answered by the last day. The mark asked for more.',
  },
  {
    name: 'is yes at the very mark',
    passMark: mark,
    counted: counts(16, 40, 8),
    at: open,
    standing: 'passed',
    reason:
      '16 of 40 (40 %) would be very disappointed; the mark is 40 %. ' +
      '8 of 40 (20 %) gave their time or more; the mark is 20 %.',
  },
  {
    name: 'is no just below it',
    passMark: mark,
    counted: counts(15, 40, 8),
    at: open,
    standing: 'failed',
    reason:
      '15 of 40 (38 %) would be very disappointed; the mark is 40 %. ' +
      '8 of 40 (20 %) gave their time or more; the mark is 20 %.',
  },
  {
    name: 'is no when too few gave anything',
    passMark: mark,
    counted: counts(40, 40, 7),
    at: open,
    standing: 'failed',
    reason:
      '40 of 40 (100 %) would be very disappointed; the mark is 40 %. ' +
      '7 of 40 (18 %) gave their time or more; the mark is 20 %.',
  },
])('the verdict $name', ({ passMark, counted, at, standing, reason }) => {
  expect(readStanding(passMark, counted, at)).toEqual({ standing, reason });
});

test('a count is told as a share only from thirty on', () => {
  expect(shareWords(3, 7)).toBe('3 of 7');
  expect(shareWords(12, fewestForShare - 1)).toBe('12 of 29');
  expect(shareWords(12, fewestForShare)).toBe('12 of 30 (40 %)');
});

test('no verdict ever comes from a number below thirty', () => {
  fc.assert(
    fc.property(fc.nat(29), fc.integer({ min: 1, max: 60 }), fc.constantFrom(open, over), (n, people, at) => {
      const { standing, reason } = readStanding({ ...mark, people }, counts(n, n, n), at);
      expect(['notYet', 'tooFew']).toContain(standing);
      expect(reason).not.toContain('%');
    }),
  );
});
