import { Button } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import type { ReadingRoomProps } from './ReadingRoom';
import classes from './Room.module.css';

type ReadersProps = Pick<ReadingRoomProps, 'meeting' | 'records' | 'reader' | 'onReader' | 'say'> & {
  isSilent: boolean;
};

/** Who is in the room, how far each is, and who has the machine now. */
export function Readers({ meeting, records, reader, onReader, isSilent, say }: ReadersProps) {
  const { people, draft, emptyChair } = meeting.opened;
  const { isBusy, error, attempt } = useAttempt();
  const byPacket = new Set(
    records.flatMap((record) => (record.kind === 'packet' && record.draft === draft ? [record.reader] : [])),
  );
  const stateOf = (name: string) => {
    if (meeting.haveRead.has(name)) return 'Finished';
    if (!isSilent) return 'Time is up';
    return byPacket.has(name) ? 'Reading, by packet' : 'Reading';
  };
  const last = people.at(-1);
  const hasFinished = meeting.haveRead.has(reader);
  return (
    <aside className={classes.left} aria-label="Readers">
      <h2 id="in-the-room">In the room</h2>
      <p className={classes.quiet}>
        {reader === ''
          ? 'Who has this machine? Choose your name.'
          : 'Choose a name when the machine goes round.'}
      </p>
      <ul aria-labelledby="in-the-room">
        {people.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={classes.who}
              aria-pressed={name === reader}
              onClick={() => onReader(name)}
            >
              <span>{name}</span> <span className={classes.quiet}>{stateOf(name)}</span>
            </button>
          </li>
        ))}
      </ul>
      {reader !== '' && isSilent && !hasFinished && (
        <Button
          mt={10}
          size="xs"
          variant="default"
          loading={isBusy}
          onClick={() => attempt(() => say({ kind: 'hasRead', meeting: meeting.id, reader, by: reader }))}
        >
          I have read it
        </Button>
      )}
      {error && <ErrorNotice error={error} />}
      {emptyChair !== '' && <p className={classes.quiet}>One chair is empty. It is {emptyChair}’s.</p>}
      <h2>After the reading</h2>
      <ol className={classes.after}>
        <li>1. General impressions, once round</li>
        <li>2. Part by part{last === undefined ? '' : `; ${last} speaks last`}</li>
        <li>3. What do we share?</li>
        <li>4. Decide</li>
      </ol>
    </aside>
  );
}
