import { type Commitment, commitments, type Disappointment } from '../records/excitement';
import type { ReviewRecordOf } from '../reviewRecord';
import { commitmentNames } from './questions';

type ExcitementTest = ReviewRecordOf<'excitementTest'>;
export type PassMark = ExcitementTest['passMark'];

/** Below this many answers a share says nothing, so none is told. */
export const fewestForShare = 30;

/** What was answered, counted. */
export interface TestCounts {
  /** Customers whose answers count. */
  n: number;
  disappointment: Readonly<Record<Disappointment, number>>;
  commitment: Readonly<Record<Commitment, number>>;
}

/** Whether a test reached its mark; `tooFew` where there are too few answers to read a share at all. */
export type TestStanding = 'passed' | 'failed' | 'notYet' | 'tooFew';

/** How many gave this or more. */
export function gaveAtLeast({ commitment }: TestCounts, least: Commitment): number {
  return commitments.slice(commitments.indexOf(least)).reduce((sum, rung) => sum + commitment[rung], 0);
}

const dayMs = 86_400_000;

/** A last day ends when it ends everywhere on Earth: twelve hours behind UTC. */
export const endOfTest = ({ until }: PassMark): number => Date.parse(until) + 1.5 * dayMs;

export interface StandingReading {
  standing: TestStanding;
  /** Why, in a sentence or two for people. */
  reason: string;
}

/** Reads counts against a pass mark. `now` is in milliseconds. */
export function readStanding(mark: PassMark, counts: TestCounts, now: number): StandingReading {
  const { n } = counts;
  const isOver = now >= endOfTest(mark);
  if (n < mark.people && !isOver)
    return { standing: 'notYet', reason: `${answered(n, mark.people)} so far.` };
  if (n < fewestForShare)
    return {
      standing: 'tooFew',
      reason: `${answered(n, mark.people)}. Too few to read a share: n = ${n}.`,
    };
  if (n < mark.people)
    return {
      standing: 'failed',
      reason: `${answered(n, mark.people)} by the last day. The mark asked for more.`,
    };
  const parts = [
    {
      count: counts.disappointment.very,
      percent: mark.veryDisappointedPercent,
      what: 'would be very disappointed',
    },
    {
      count: gaveAtLeast(counts, mark.commitment),
      percent: mark.commitmentPercent,
      what: `gave ${commitmentNames[mark.commitment].given}`,
    },
  ];
  const isReached = parts.every(({ count, percent }) => count * 100 >= percent * n);
  const reasons = parts.map(
    ({ count, percent, what }) => `${shareWords(count, n)} ${what}; the mark is ${percent} %.`,
  );
  return { standing: isReached ? 'passed' : 'failed', reason: reasons.join(' ') };
}

const answered = (n: number, people: number): string =>
  `${n} of ${people} ${people === 1 ? 'customer has' : 'customers have'} answered`;

/** A count with what it is of; a percentage only from thirty on. */
export function shareWords(count: number, n: number): string {
  const words = `${count} of ${n}`;
  return n < fewestForShare ? words : `${words} (${Math.round((count * 100) / n)} %)`;
}
