import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { modelIntroduction, modelQuestions } from '../../../core/review/modelCheck/prompts';
import { recordLimits } from '../../../core/review/records/common';
import { type ModelPrompt, modelPrompts } from '../../../core/review/records/modelChecks';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import classes from './ModelRound.module.css';

/** What one person answered. A second try to keep it comes with the same id. */
export interface ModelGiven {
  id: string;
  person: string;
  answers: Record<ModelPrompt, string>;
}

interface ModelRoundProps {
  draft: number;
  /** Names of those who answered about this text already. */
  answered: readonly string[];
  onStart: () => Promise<void>;
  onAnswer: (given: ModelGiven) => Promise<void>;
  onClose: () => void;
}

type Turn = { step: 'name' } | { step: 'questions' | 'thanks'; person: string };

/** Passes the machine round: the text is put away, and each person answers without seeing it or the others' answers. */
export function ModelRound({ draft, answered, onStart, onAnswer, onClose }: ModelRoundProps) {
  const [turn, setTurn] = useState<Turn>({ step: 'name' });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      // Answers would be lost by a key that was pressed by chance.
      closeOnEscape={turn.step !== 'questions'}
      title={`What we share, draft ${draft}`}
      closeButtonProps={{ 'aria-label': 'Leave the questions' }}
    >
      <div className={classes.page}>
        {turn.step === 'name' && (
          <NameForm
            answered={answered}
            onStart={onStart}
            onName={(person) => setTurn({ step: 'questions', person })}
          />
        )}
        {turn.step === 'questions' && (
          <Questions
            person={turn.person}
            onAnswer={onAnswer}
            onKept={() => setTurn({ ...turn, step: 'thanks' })}
          />
        )}
        {turn.step === 'thanks' && (
          <Thanks person={turn.person} onNext={() => setTurn({ step: 'name' })} onClose={onClose} />
        )}
      </div>
    </Modal>
  );
}

interface NameFormProps extends Pick<ModelRoundProps, 'answered' | 'onStart'> {
  onName: (person: string) => void;
}

function NameForm({ answered, onStart, onName }: NameFormProps) {
  const [name, setName] = useState('');
  const { isBusy, error, attempt } = useAttempt();
  const person = name.trim();
  const isAgain = answered.some((known) => known.toLowerCase() === person.toLowerCase());
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (person !== '') attempt(onStart, () => onName(person));
  };
  return (
    <form className={classes.form} onSubmit={begin}>
      <h2>The text is put away now.</h2>
      <p>{modelIntroduction}</p>
      <TextInput
        label="Your name"
        value={name}
        maxLength={recordLimits.name}
        data-autofocus
        autoFocus
        description={isAgain ? 'You have answered about this text. New answers take the place of those.' : ''}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {error && <ErrorNotice error={error} />}
      <Button type="submit" disabled={person === ''} loading={isBusy}>
        Begin
      </Button>
    </form>
  );
}

interface QuestionsProps extends Pick<ModelRoundProps, 'onAnswer'> {
  person: string;
  onKept: () => void;
}

const longestAnswer = 2000;

function Questions({ person, onAnswer, onKept }: QuestionsProps) {
  const [id] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState(noAnswers);
  const { isBusy, error, attempt } = useAttempt();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    attempt(() => onAnswer({ id, person, answers }), onKept);
  };
  return (
    <form className={classes.form} onSubmit={keep}>
      <h2>{person}, what do you remember?</h2>
      {modelPrompts.map((prompt, index) => (
        <Textarea
          key={prompt}
          label={modelQuestions[prompt].question}
          description={modelQuestions[prompt].hint}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={longestAnswer}
          autoFocus={index === 0}
          value={answers[prompt]}
          onChange={({ currentTarget: { value } }) => setAnswers((given) => ({ ...given, [prompt]: value }))}
        />
      ))}
      {error && <ErrorNotice error={error} />}
      <Button type="submit" loading={isBusy}>
        Keep my answers
      </Button>
    </form>
  );
}

const noAnswers: Record<ModelPrompt, string> = {
  customer: '',
  problem: '',
  benefit: '',
  firstAction: '',
  price: '',
  date: '',
  isNot: '',
};

interface ThanksProps {
  person: string;
  onNext: () => void;
  onClose: () => void;
}

function Thanks({ person, onNext, onClose }: ThanksProps) {
  return (
    <div className={classes.form} role="status">
      <h2>Thank you, {person}. Your answers are kept.</h2>
      <p>Nobody sees them before the round is over. Pass it on, or look at all answers together.</p>
      <div className={classes.acts}>
        <Button onClick={onNext} autoFocus>
          Next person
        </Button>
        <Button variant="default" onClick={onClose}>
          Show all answers
        </Button>
      </div>
    </div>
  );
}
