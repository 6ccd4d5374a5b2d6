import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import word from '../../ui/wordButton.module.css';
import classes from './Meeting.module.css';
import { SayForm } from './SayForm';
import type { Say } from './say';

interface ImpressionsProps {
  meeting: Meeting;
  /** The part that is talked about after this round. */
  firstPart: PartKey | null;
  say: Say;
}

/** Once round the table: each says what they think of the whole, and somebody else writes it down. */
export function Impressions({ meeting, firstPart, say }: ImpressionsProps) {
  const { id, notes, opened } = meeting;
  const whole = notes.filter(({ part }) => part === null);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const others = [...new Set(whole.map(({ speaker }) => speaker))].filter(
    (name) => !opened.people.includes(name),
  );
  const speakers = [...others, ...opened.people];
  const spoken = new Set(whole.filter(({ by, speaker }) => by !== speaker).map(({ speaker }) => speaker));
  const turn = speakers.find((name) => !spoken.has(name) && !passed.has(name));
  const { isBusy, error, attempt } = useAttempt();
  const goOn = () =>
    say({
      kind: 'meetingStep',
      meeting: id,
      step: firstPart ? 'parts' : 'decision',
      part: firstPart,
      endsAt: null,
    });
  return (
    <>
      <ol className={classes.round} aria-label="Impressions">
        {speakers.map((name, index) => (
          <li key={name} aria-current={name === turn ? 'true' : undefined}>
            <span className={classes.number}>{index + 1}</span>
            <div>
              <p className={classes.name}>{name}</p>
              {whole
                .filter(({ speaker }) => speaker === name)
                .map((note) => (
                  <p key={note.id} className={classes.said}>
                    {note.text}
                    {note.by === name && <span className={classes.hint}> Written while reading</span>}
                  </p>
                ))}
              <SayForm
                label={`What ${name} says`}
                placeholder={name === turn ? 'What is the impression, in a sentence or two?' : 'Add a note'}
                act="Keep"
                onSend={(text, note) =>
                  say({ kind: 'note', id: note, meeting: id, part: null, speaker: name, text })
                }
              />
              {name === turn && (
                <button
                  type="button"
                  className={word.act}
                  onClick={() => setPassed(new Set([...passed, name]))}
                >
                  Nothing to add
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {error && <ErrorNotice error={error} />}
      <div className={classes.foot}>
        <Button
          loading={isBusy}
          variant={turn === undefined ? 'filled' : 'default'}
          onClick={() => attempt(goOn)}
        >
          {firstPart ? 'Go on, part by part' : 'Go on to the decision'}
        </Button>
        <span className={classes.hint}>
          {turn === undefined ? 'Everybody has spoken.' : `Now it is ${turn}.`}
        </span>
      </div>
    </>
  );
}
