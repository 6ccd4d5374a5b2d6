import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { BankQuestion } from '../../../core/guidance/guidance';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { EmptyState } from '../../ui/EmptyState';
import { type BankView, viewBank } from './bankView';
import classes from './QuestionBank.module.css';

const shownMissing = 3;

export interface QuestionBankProps {
  bank: readonly BankQuestion[];
  content: NarrativeContent;
  part: 'customerFaq' | 'internalFaq';
  onAdd: (question: BankQuestion) => void;
}

/** Questions that reviewers are likely to ask; one click brings one into the open FAQ. */
export function QuestionBank({ bank, content, part, onAdd }: QuestionBankProps) {
  const [search, setSearch] = useState('');
  const audience = part === 'customerFaq' ? 'customer' : 'internal';
  const view = viewBank(bank, content, { audience, search });
  const listed = { asked: view.asked, audience, onAdd } as const;
  return (
    <div className={classes.bank}>
      <h2>Questions they will ask</h2>
      <p className={classes.lede}>{minimumLine(view)}</p>
      <TextInput
        type="search"
        mt={14}
        aria-label={`Search ${bank.length} questions`}
        placeholder={`Search ${bank.length} questions`}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {search.trim() === '' && view.missing.length > 0 && <Missing missing={view.missing} {...listed} />}
      {view.groups.map((group) => (
        <section key={group.topic} aria-label={group.topic}>
          <h3>{group.topic}</h3>
          <QuestionList questions={group.questions} {...listed} />
        </section>
      ))}
      {view.groups.length === 0 && (
        <div className={classes.nothing}>
          <EmptyState line="No question has these words." quiet="Try one word of it." />
        </div>
      )}
    </div>
  );
}

function minimumLine({ minimumAsked, minimumTotal, missing }: BankView): string {
  if (missing.length === 0) return `All ${minimumTotal} that a reviewable draft needs are asked.`;
  const verb = minimumAsked === 1 ? 'is' : 'are';
  return `${minimumAsked} of the ${minimumTotal} a reviewable draft needs ${verb} asked, here or in the other FAQ.`;
}

interface ListProps {
  asked: ReadonlySet<number>;
  audience: BankQuestion['audience'];
  onAdd: (question: BankQuestion) => void;
}

function Missing({ missing, ...listed }: ListProps & { missing: BankQuestion[] }) {
  const [isOpen, setOpen] = useState(false);
  const rest = missing.length - shownMissing;
  return (
    <section aria-label="Missing from the minimum">
      <h3>Missing from the minimum</h3>
      <QuestionList questions={isOpen ? missing : missing.slice(0, shownMissing)} {...listed} />
      {rest > 0 && (
        <button type="button" className={classes.more} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show three only' : `Show the other ${rest}`}
        </button>
      )}
    </section>
  );
}

function QuestionList({ questions, ...listed }: ListProps & { questions: BankQuestion[] }) {
  return (
    <ul className={classes.list}>
      {questions.map((question) => (
        <QuestionRow key={question.number} question={question} {...listed} />
      ))}
    </ul>
  );
}

function QuestionRow({ question, asked, audience, onAdd }: ListProps & { question: BankQuestion }) {
  const isAsked = asked.has(question.number);
  const other = question.audience === 'customer' ? 'the customer FAQ' : 'the internal FAQ';
  return (
    <li data-asked={isAsked || undefined}>
      <span className={classes.number}>{question.number}</span>
      <span className={classes.text}>
        {question.text}
        {question.audience !== audience && <span className={classes.other}>Usually in {other}</span>}
      </span>
      {isAsked ? (
        <span className={classes.chip}>
          <IconCheck size={13} stroke={1.75} aria-hidden /> Asked
        </span>
      ) : (
        <Button
          variant="default"
          size="xs"
          aria-label={`Add question ${question.number}: ${question.text}`}
          onClick={() => onAdd(question)}
        >
          Add
        </Button>
      )}
    </li>
  );
}
