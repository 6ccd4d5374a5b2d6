import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLock,
  IconLockOpen,
  IconUsers,
} from '@tabler/icons-react';
import { commitmentNames } from '../../../core/review/excitement/questions';
import type { TestReading } from '../../../core/review/excitement/readTests';
import type { PassMark, TestStanding } from '../../../core/review/excitement/standing';
import { longDay, nearTime } from '../../ui/dates';
import classes from './Customers.module.css';

interface PassMarkCardProps {
  test: TestReading;
  /** Only the newest test can be followed by another. */
  onAnother: (() => void) | null;
}

const standings: Readonly<Record<TestStanding, { words: string; Icon: typeof IconUsers }>> = {
  passed: { words: 'Passed', Icon: IconCircleCheck },
  failed: { words: 'Not passed', Icon: IconCircleX },
  notYet: { words: 'Not yet', Icon: IconCircleDashed },
  tooFew: { words: 'No verdict', Icon: IconUsers },
};

/** Where a test stands against the mark that was fixed before its first answer. */
export function PassMarkCard({ test, onAnother }: PassMarkCardProps) {
  const { words, Icon } = standings[test.standing];
  const { by, at, passMark } = test.test;
  return (
    <section className={classes.mark} aria-label="Pass mark" data-standing={test.standing}>
      <p className={classes.standing}>
        <Icon size={20} stroke={1.75} aria-hidden />
        {words}
      </p>
      <p className={classes.reason}>{test.reason}</p>
      <p>{markWords(passMark)}</p>
      <Lock lockedAt={test.lockedAt} />
      <p className={classes.quiet}>
        Fixed {nearTime(new Date(at), new Date())}
        {by === '' ? '' : ` by ${by}`}. {asideWords(test)}
      </p>
      {onAnother && (
        <Button size="xs" variant="default" onClick={onAnother}>
          Fix another pass mark
        </Button>
      )}
    </section>
  );
}

function Lock({ lockedAt }: Pick<TestReading, 'lockedAt'>) {
  const isLocked = lockedAt !== null;
  const Icon = isLocked ? IconLock : IconLockOpen;
  return (
    <p className={classes.lock}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {isLocked
        ? `Locked since the first answer, ${nearTime(new Date(lockedAt), new Date())}. Another mark is another test, and these answers stay with this one.`
        : 'No answer yet. It is locked by the first one.'}
    </p>
  );
}

/** The mark as a sentence that could have been agreed on in a room. */
function markWords({
  people,
  veryDisappointedPercent,
  commitment,
  commitmentPercent,
  until,
}: PassMark): string {
  const who = people === 1 ? '1 customer answers' : `${people} customers answer`;
  return (
    `The mark: at least ${who} by ${longDay(until)}; of a hundred, ${veryDisappointedPercent} would be very ` +
    `disappointed and ${commitmentPercent} would give ${commitmentNames[commitment].given}.`
  );
}

/** Answers that are here and do not count, and those that count without proof. */
function asideWords({ early, late, claimed }: TestReading): string {
  const told = [
    early > 0 ? `${answers(early)} older than the mark and not counted.` : '',
    late > 0 ? `${answers(late)} from after the last day and not counted.` : '',
    claimed > 0
      ? `${answers(claimed)} merely claimed: no seal was found on ${claimed === 1 ? 'it' : 'them'}.`
      : '',
  ];
  return told.filter(Boolean).join(' ');
}

const answers = (count: number): string => (count === 1 ? '1 answer is' : `${count} answers are`);
