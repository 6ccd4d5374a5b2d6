import { NativeSelect } from '@mantine/core';
import { outcomeNames } from '../../../core/review/meeting/outcomeWords';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { meetingOutcomes } from '../../../core/review/records/meetings';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Decision.module.css';
import shared from './Meeting.module.css';
import type { Say } from './say';

/** What each would decide, in the order of speaking. */
export function EachInAWord({ meeting, say }: { meeting: Meeting; say: Say }) {
  const { error, attempt } = useAttempt();
  const choose = (speaker: string, value: string) => {
    const outcome = meetingOutcomes.find((known) => known === value);
    if (outcome) attempt(() => say({ kind: 'opinion', meeting: meeting.id, speaker, outcome }));
  };
  return (
    <>
      <h2 className={classes.asideTitle}>Each in a word</h2>
      <p className={shared.hint}>Most senior last. Nobody has signed by this.</p>
      <ol className={classes.order}>
        {meeting.opened.people.map((name, index) => {
          const opinion = meeting.opinions.get(name);
          return (
            <li key={name}>
              <span className={shared.number}>{index + 1}</span>
              <span>{name}</span>
              <NativeSelect
                aria-label={`What ${name} says`}
                size="xs"
                value={opinion ?? ''}
                data={[
                  ...(opinion ? [] : [{ value: '', label: 'Still to speak' }]),
                  ...meetingOutcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] })),
                ]}
                onChange={({ currentTarget }) => choose(name, currentTarget.value)}
              />
            </li>
          );
        })}
      </ol>
      {error && <ErrorNotice error={error} />}
    </>
  );
}
