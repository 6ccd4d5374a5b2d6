import { Button, Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  commitmentNames,
  customerQuestions,
  disappointmentNames,
} from '../../../core/review/excitement/questions';
import type { ReleaseSentence } from '../../../core/review/excitement/releaseText';
import { recordLimits } from '../../../core/review/records/common';
import {
  type Commitment,
  commitments,
  type Disappointment,
  disappointments,
} from '../../../core/review/records/excitement';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Customers.module.css';
import { MarkSentences, type SentenceMark } from './MarkSentences';

/** What one customer said. A second try to keep it comes with the same ids. */
export interface CustomerGiven {
  id: string;
  marks: SentenceMark[];
  retelling: string;
  disappointment: Disappointment | null;
  commitment: Commitment | null;
  /** Both '' where the customer did not say who they are. */
  name: string;
  contact: string;
}

interface AnswerFormProps {
  sentences: readonly (readonly ReleaseSentence[])[];
  /** Resolves once the answers are durable. */
  onAnswer: (given: CustomerGiven) => Promise<void>;
  onClose: () => void;
}

/** What an interviewer writes down while a customer reads the release and answers. */
export function AnswerForm({ sentences, onAnswer, onClose }: AnswerFormProps) {
  const [given, setGiven] = useState(noAnswer);
  const { isBusy, error, attempt } = useAttempt();
  const change = (field: Partial<CustomerGiven>) => setGiven((known) => ({ ...known, ...field }));
  const isEmpty =
    given.marks.length === 0 &&
    given.retelling.trim() === '' &&
    given.disappointment === null &&
    given.commitment === null;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) attempt(() => onAnswer(given), onClose);
  };
  return (
    <Modal opened fullScreen onClose={onClose} closeOnEscape={false} title="One customer’s answers">
      <form className={classes.interview} onSubmit={keep}>
        <Question question={customerQuestions.marks.question} hint={marksHint}>
          <MarkSentences sentences={sentences} marks={given.marks} onMarks={(marks) => change({ marks })} />
        </Question>
        <div className={classes.questions}>
          <Textarea
            label={customerQuestions.retelling.question}
            description={customerQuestions.retelling.hint}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={recordLimits.text}
            value={given.retelling}
            onChange={({ currentTarget }) => change({ retelling: currentTarget.value })}
          />
          <Choice
            {...customerQuestions.disappointment}
            choices={disappointments.map((value) => ({ value, label: disappointmentNames[value] }))}
            value={given.disappointment}
            onChange={(disappointment) => change({ disappointment })}
          />
          <Choice
            {...customerQuestions.commitment}
            choices={commitments.map((value) => ({ value, label: commitmentNames[value].choice }))}
            value={given.commitment}
            onChange={(commitment) => change({ commitment })}
          />
          <Question {...customerQuestions.contact}>
            <TextInput
              label="Name"
              maxLength={recordLimits.name}
              value={given.name}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
            <TextInput
              label="E-mail or telephone"
              maxLength={500}
              value={given.contact}
              onChange={({ currentTarget }) => change({ contact: currentTarget.value })}
            />
          </Question>
          {error && <ErrorNotice error={error} />}
          <div className={classes.acts}>
            <Button type="submit" loading={isBusy} disabled={isEmpty}>
              Keep these answers
            </Button>
            <Button variant="subtle" onClick={onClose}>
              Discard
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}

/** Here sentences are pressed; in a packet words are selected. */
const marksHint = 'Choose what the customer says, then press the sentences that it is about.';

const noAnswer = (): CustomerGiven => ({
  id: crypto.randomUUID(),
  marks: [],
  retelling: '',
  disappointment: null,
  commitment: null,
  name: '',
  contact: '',
});

function Question(props: { question: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className={classes.question}>
      <legend>{props.question}</legend>
      <p className={classes.quiet}>{props.hint}</p>
      <Stack gap="sm">{props.children}</Stack>
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  question: string;
  hint: string;
  choices: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T | null) => void;
}

const passedOver = 'passed-over';

function Choice<T extends string>({ question, hint, choices, value, onChange }: ChoiceProps<T>) {
  return (
    <Radio.Group
      label={question}
      description={hint}
      value={value ?? passedOver}
      onChange={(chosen) => onChange(choices.find((choice) => choice.value === chosen)?.value ?? null)}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
        <Radio value={passedOver} label="Passed over" />
      </Stack>
    </Radio.Group>
  );
}
