import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { TestReading } from '../../../core/review/excitement/readTests';
import type { ReleaseSentence } from '../../../core/review/excitement/releaseText';
import type { PassMark } from '../../../core/review/excitement/standing';
import { dayInSentence } from '../../ui/dates';
import { EmptyState } from '../../ui/EmptyState';
import { Sheet } from '../../ui/Sheet';
import { AnswerForm, type CustomerGiven } from './AnswerForm';
import { type Contact, Contacts } from './Contacts';
import { Counted } from './Counted';
import classes from './Customers.module.css';
import { HeatRelease } from './HeatRelease';
import { PassMarkCard } from './PassMarkCard';
import { PassMarkForm } from './PassMarkForm';
import { PromiseVerdicts } from './PromiseVerdicts';
import { Retellings } from './Retellings';

interface CustomersSheetProps {
  /** The newest first. */
  tests: readonly TestReading[];
  /** How many answers belong to a test that is not here. */
  stray: number;
  /** The release as it is, line by line. */
  sentences: readonly (readonly ReleaseSentence[])[];
  contacts: readonly Contact[];
  /** ISO date. */
  today: string;
  onFix: (mark: PassMark) => Promise<void>;
  onAnswer: (test: string, given: CustomerGiven) => Promise<void>;
  onRemove: (contact: string) => Promise<void>;
}

const lede = 'Customers read the release alone, before anything is made. What do they want, doubt, and give?';

/** The excitement test: its pass mark, and everything customers said, counted. */
export function CustomersSheet(props: CustomersSheetProps) {
  const { tests, stray, sentences, contacts, today, onFix, onAnswer, onRemove } = props;
  const [open, setOpen] = useState<'mark' | 'answer' | null>(null);
  const [chosen, setChosen] = useState('');
  const shown = tests.find(({ test }) => test.id === chosen) ?? tests[0];
  // What was kept is told a moment later, when another form may be open with words in it.
  const closing = (form: 'mark' | 'answer') => () => setOpen((known) => (known === form ? null : known));
  return (
    <Sheet title="Customers" lede={lede} wide>
      {shown ? (
        <>
          <div className={classes.tools}>
            <TestChoice tests={tests} shown={shown} onChoose={setChosen} />
            <Button onClick={() => setOpen('answer')} disabled={today > shown.test.passMark.until}>
              Write down a customer’s answers
            </Button>
          </div>
          <PassMarkCard test={shown} onAnother={shown === tests[0] ? () => setOpen('mark') : null} />
          {shown.n === 0 ? <NoAnswers /> : <Answers test={shown} />}
        </>
      ) : (
        <EmptyState
          line="No test yet."
          quiet="First fix what must happen for it to be worth making. Then nobody can move the mark to where the answers are."
          action={<Button onClick={() => setOpen('mark')}>Fix the pass mark</Button>}
        />
      )}
      {stray > 0 && (
        <p className={classes.quiet}>
          {stray === 1 ? '1 answer belongs' : `${stray} answers belong`} to a test that is not in this
          narrative.
        </p>
      )}
      {(shown || contacts.length > 0) && <Contacts contacts={contacts} onRemove={onRemove} />}
      {open === 'mark' && (
        <PassMarkForm
          isAnother={tests.length > 0}
          today={today}
          onFix={async (mark) => {
            await onFix(mark);
            setChosen('');
          }}
          onClose={closing('mark')}
        />
      )}
      {open === 'answer' && shown && (
        <AnswerForm
          sentences={sentences}
          onAnswer={(given) => onAnswer(shown.test.id, given)}
          onClose={closing('answer')}
        />
      )}
    </Sheet>
  );
}

function Answers({ test }: { test: TestReading }) {
  return (
    <>
      <Counted test={test} />
      <HeatRelease heat={test.heat} n={test.n} />
      <PromiseVerdicts test={test} />
      <Retellings test={test} />
    </>
  );
}

const NoAnswers = () => (
  <EmptyState
    line="Nobody has answered yet."
    quiet="Hand out a packet for customers, or sit beside one and write down what they say."
  />
);

interface TestChoiceProps {
  tests: readonly TestReading[];
  shown: TestReading;
  onChoose: (test: string) => void;
}

function TestChoice({ tests, shown, onChoose }: TestChoiceProps) {
  const now = new Date();
  const named = tests.map(({ test, n }) => ({
    value: test.id,
    label: `Draft ${test.draft}, ${dayInSentence(new Date(test.at), now)}: ${n} ${n === 1 ? 'answer' : 'answers'}`,
  }));
  if (named.length === 1) return <p className={classes.only}>{named[0]?.label}</p>;
  return (
    <NativeSelect
      aria-label="Test"
      data={named}
      value={shown.test.id}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
