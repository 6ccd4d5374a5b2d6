import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partDefinitions } from '../../../core/narrative/parts';
import { partLetters } from '../../../core/review/meeting/lineLabels';
import { isReading, type Meeting } from '../../../core/review/meeting/readMeetings';
import { visibleRecords } from '../../../core/review/meeting/visibleRecords';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { ReadingText, type ReadSelection } from '../../editor/reading/ReadingText';
import type { NarrativeSession } from '../../editor/session/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import { Clock } from './Clock';
import { OwnRemarks } from './OwnRemarks';
import { Readers } from './Readers';
import classes from './Room.module.css';
import { ownRemarks, rangesOf, readParagraphs } from './readerView';
import type { Say } from './say';

export interface ReadingRoomProps {
  meeting: Meeting;
  /** Everything said about the narrative; the room shows of it what its reader may see. */
  records: readonly ReviewRecord[];
  session: NarrativeSession;
  content: NarrativeContent;
  name: string;
  /** Who reads at this machine now; '' while nobody said. */
  reader: string;
  onReader: (name: string) => void;
  now: Date;
  say: Say;
  onLeave: () => void;
}

/** The room while everybody reads: the text, a quiet clock, and one's own remarks. */
export function ReadingRoom(props: ReadingRoomProps) {
  const { meeting, records, session, content, reader, now, say } = props;
  const { parts } = meeting.opened;
  const [selection, setSelection] = useState<ReadSelection | null>(null);
  const isSilent = isReading(meeting, now);
  const letters = useMemo(() => [...partLetters(content, parts)], [content, parts]);
  const seen = useMemo(
    // Once all may see all, a reader still sees here what they wrote.
    () => visibleRecords(records, { viewer: reader, now: new Date(meeting.opened.at) }),
    [records, reader, meeting.opened.at],
  );
  const own = useMemo(
    () => ownRemarks({ meeting, records: seen, reader, content }),
    [meeting, seen, reader, content],
  );
  const marks = useMemo(() => rangesOf(own, session), [own, session]);
  const paragraphs = useMemo(
    () => letters.flatMap(([part, letter]) => readParagraphs(part, letter, content)),
    [letters, content],
  );
  return (
    <div className={classes.room}>
      <RoomBar {...props} isSilent={isSilent} />
      <Readers {...props} isSilent={isSilent} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard */}
      <section className={classes.desk} aria-label="The text" tabIndex={0} lang={session.meta().language}>
        {letters.map(([part, letter]) => (
          <article key={part} aria-label={partDefinitions[part].title}>
            <h2 className={classes.partName}>
              {letter} <span>{partDefinitions[part].title}</span>
            </h2>
            <ReadingText
              session={session}
              part={part}
              letter={letter}
              ranges={marks.get(part) ?? noRanges}
              onSelect={setSelection}
            />
          </article>
        ))}
      </section>
      <OwnRemarks
        key={reader}
        meeting={meeting}
        session={session}
        reader={reader}
        own={own}
        selection={selection}
        paragraphs={paragraphs}
        isSilent={isSilent}
        say={say}
      />
    </div>
  );
}

const noRanges = [] as const;

function RoomBar({ meeting, name, now, isSilent, say, onLeave }: ReadingRoomProps & { isSilent: boolean }) {
  const { isBusy, error, attempt } = useAttempt();
  const { id, endsAt, opened } = meeting;
  const goOn = () => say({ kind: 'meetingStep', meeting: id, step: 'impressions', part: null, endsAt: null });
  const addMinutes = () => {
    const from = Math.max(Date.parse(endsAt ?? ''), now.getTime());
    const later = new Date(from + 5 * 60_000).toISOString();
    return say({ kind: 'meetingStep', meeting: id, step: 'reading', part: null, endsAt: later });
  };
  return (
    <header className={classes.bar} data-drag>
      <div className={classes.what}>
        <ActionIcon variant="subtle" aria-label="Leave the room; the meeting goes on" onClick={onLeave}>
          <IconArrowLeft size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
        <div>
          <h1 className={classes.title}>
            {name} <span>Draft {opened.draft}</span>
          </h1>
          <p className={classes.quiet}>
            {isSilent ? 'Reading in silence.' : 'Everybody may see all remarks now.'}
            {opened.noteTaker !== '' && ` Notes taken by ${opened.noteTaker}.`}
          </p>
        </div>
      </div>
      <Clock endsAt={isSilent ? endsAt : null} now={now} startedAt={opened.at} />
      <div className={classes.end}>
        {error && <ErrorNotice error={error} />}
        <Button variant="subtle" disabled={isBusy} onClick={() => attempt(addMinutes)}>
          Add 5 minutes
        </Button>
        <Button variant={isSilent ? 'default' : 'filled'} disabled={isBusy} onClick={() => attempt(goOn)}>
          {isSilent ? 'Everyone has read' : 'Go round for impressions'}
        </Button>
      </div>
    </header>
  );
}
