import { Button } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import classes from './Question.module.css';
import { SerifArea } from './SerifArea';

interface QuietQuestionProps {
  number: number;
  title: string;
  answer: string;
  onReturn: () => void;
}

/** A question that is not asked right now: with its answer, or grey until its turn. */
export function QuietQuestion({ number, title, answer, onReturn }: QuietQuestionProps) {
  return (
    <li className={`${classes.question} ${answer === '' ? classes.later : ''}`}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <h2 className={classes.title}>
        <button type="button" className={classes.go} onClick={onReturn}>
          {title}
        </button>
      </h2>
      {answer !== '' && <p className={classes.answer}>{answer}</p>}
    </li>
  );
}

interface AskedQuestionProps {
  number: number;
  title: string;
  hint: string;
  answer: string;
  isLast: boolean;
  nextKeys: string;
  onAnswer: (answer: string) => void;
  onNext: () => void;
}

/** The one question that is asked right now. */
export function AskedQuestion(props: AskedQuestionProps) {
  const { number, title, hint, answer, isLast, nextKeys, onAnswer, onNext } = props;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onNext();
  };
  return (
    <li className={`${classes.question} ${classes.now}`}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <h2 className={classes.title}>
        <label htmlFor={id}>{title}</label>
      </h2>
      <p className={classes.hint} id={`${id}-hint`}>
        {hint}
      </p>
      <SerifArea
        key={number}
        id={id}
        className={classes.write}
        aria-describedby={`${id}-hint`}
        autoFocus
        maxLength={20_000}
        value={answer}
        onChange={({ currentTarget }) => onAnswer(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.acts}>
        <Button onClick={onNext} rightSection={<kbd>{nextKeys}</kbd>}>
          {isLast ? 'On to the press release' : 'Next question'}
        </Button>
        {!isLast && (
          <Button variant="subtle" onClick={onNext}>
            Leave it for now
          </Button>
        )}
      </div>
    </li>
  );
}
