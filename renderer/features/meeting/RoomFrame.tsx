import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { Clock } from './Clock';
import classes from './Meeting.module.css';
import { stages } from './stepWords';

interface RoomFrameProps {
  meeting: Meeting;
  name: string;
  now: Date;
  title: string;
  lede: string;
  onLeave: () => void;
  children: ReactNode;
}

/** The sheet of the room after the reading: how far the meeting is, and what is asked now. */
export function RoomFrame({ meeting, name, now, title, lede, onLeave, children }: RoomFrameProps) {
  const at = stages.findIndex(({ step }) => step === meeting.step);
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(meeting.opened.at)) / 60_000));
  return (
    <div className={classes.room}>
      <header className={classes.bar} data-drag>
        <ActionIcon variant="subtle" aria-label="Leave the room; the meeting goes on" onClick={onLeave}>
          <IconArrowLeft size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
        <p className={classes.what}>
          <strong>{name}</strong> <span>Draft {meeting.opened.draft}</span>
        </p>
        <ol className={classes.stages} aria-label="Stages of the meeting">
          {stages.map((stage, index) => (
            <li key={stage.step} aria-current={index === at ? 'step' : undefined}>
              {index < at && <IconCheck size={15} stroke={1.75} role="img" aria-label="Done:" />}
              {stage.title}
            </li>
          ))}
        </ol>
        {meeting.endsAt === null ? (
          <span className={classes.hint}>{minutes === 1 ? '1 minute in' : `${minutes} minutes in`}</span>
        ) : (
          <Clock endsAt={meeting.endsAt} now={now} startedAt={meeting.opened.at} />
        )}
      </header>
      <div className={classes.sheet}>
        <h1>{title}</h1>
        <p className={classes.lede}>{lede}</p>
        {children}
      </div>
    </div>
  );
}
