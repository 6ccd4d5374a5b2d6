import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { readingTime } from '../../../core/review/meeting/readingTime';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Sheet } from '../../ui/Sheet';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Meeting.module.css';
import { PeopleList } from './PeopleList';

/** Who reads what, for how long. */
export interface MeetingSetup {
  parts: PartKey[];
  readingMinutes: number;
  /** In the order of speaking. */
  people: string[];
  noteTaker: string;
  emptyChair: string;
}

interface StartMeetingProps {
  content: NarrativeContent;
  /** Parts that hold words. */
  written: readonly PartKey[];
  author: string;
  /** Names to begin with, such as those of the last meeting. */
  known: Pick<MeetingSetup, 'people' | 'noteTaker' | 'emptyChair'>;
  onStart: (setup: MeetingSetup) => Promise<void>;
}

const lede =
  'Everybody reads in silence first. Remarks stay with whoever writes them until the time is up; then one after another speaks.';

/** Asks who is there and what is read, and opens the room. */
export function StartMeeting({ content, written, author, known, onStart }: StartMeetingProps) {
  const [people, setPeople] = useState(known.people);
  const [chosenNoteTaker, setNoteTaker] = useState(known.noteTaker);
  const [emptyChair, setEmptyChair] = useState(known.emptyChair);
  const [parts, setParts] = useState<readonly PartKey[]>(
    written.filter((part) => part !== 'brief' && part !== 'feasibility'),
  );
  const [minutes, setMinutes] = useState<number | null>(null);
  const { isBusy, error, attempt } = useAttempt();
  const time = readingTime(content, parts);
  const noteTaker = people.includes(chosenNoteTaker) ? chosenNoteTaker : '';
  const isComplete = people.length > 0 && parts.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const setup = { parts: [...parts], people, noteTaker, emptyChair: emptyChair.trim() };
    attempt(() => onStart({ ...setup, readingMinutes: minutes ?? time.minutes }));
  };
  return (
    <Sheet title="Read it together" lede={lede} wide>
      <form className={classes.start} onSubmit={submit}>
        <PeopleList people={people} onChange={setPeople} />
        <div className={classes.pair}>
          <div>
            <NativeSelect
              label="Who takes the notes?"
              data={[{ value: '', label: 'Nobody yet' }, ...people]}
              value={noteTaker}
              onChange={({ currentTarget }) => setNoteTaker(currentTarget.value)}
            />
            {noteTaker !== '' && noteTaker === author && (
              <p className={classes.hint}>
                Whoever wrote it listens better with free hands. Could somebody else take them?
              </p>
            )}
          </div>
          <TextInput
            label="Whose chair stays empty?"
            placeholder="The customer’s, by name"
            maxLength={200}
            value={emptyChair}
            onChange={({ currentTarget }) => setEmptyChair(currentTarget.value)}
          />
        </div>
        <PartsToRead written={written} parts={parts} onChange={setParts} />
        <div className={classes.minutes}>
          <NumberInput
            label="Minutes of silence"
            min={1}
            max={240}
            value={minutes ?? time.minutes}
            onChange={(value) => setMinutes(Number(value) || null)}
          />
          <p className={classes.hint}>{timeWords(time)}</p>
        </div>
        {error && <ErrorNotice error={error} />}
        <div className={classes.foot}>
          <Button type="submit" disabled={!isComplete} loading={isBusy}>
            Begin to read
          </Button>
          <span className={classes.hint}>
            {isComplete
              ? 'The text is kept as it is now, so that everybody speaks about the same words.'
              : 'Name who is there, and choose what is read.'}
          </span>
        </div>
      </form>
    </Sheet>
  );
}

function timeWords({ words, minutes, isTooLong }: ReturnType<typeof readingTime>): string {
  const takes = `${words.toLocaleString('en-GB')} words take about ${minutes} minutes with a pen in hand.`;
  return isTooLong ? `${takes} That is more than one meeting can read. Fewer parts, or two meetings?` : takes;
}

interface PartsToReadProps {
  written: readonly PartKey[];
  parts: readonly PartKey[];
  onChange: (parts: readonly PartKey[]) => void;
}

function PartsToRead({ written, parts, onChange }: PartsToReadProps) {
  const toggled = (part: PartKey) =>
    partKeys.filter((key) => (key === part ? !parts.includes(key) : parts.includes(key)));
  return (
    <fieldset>
      <legend className={classes.legend}>What is read?</legend>
      <div className={classes.parts}>
        {written.map((part) => (
          <Checkbox
            key={part}
            size="sm"
            label={partDefinitions[part].title}
            checked={parts.includes(part)}
            onChange={() => onChange(toggled(part))}
          />
        ))}
      </div>
    </fieldset>
  );
}
