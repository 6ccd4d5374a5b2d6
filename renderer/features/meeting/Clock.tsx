import { useState } from 'react';
import { clockFace, clockWords, secondsLeft, spokenBetween } from './clockWords';
import classes from './Room.module.css';

interface ClockProps {
  endsAt: string | null;
  now: Date;
  /** ISO moment from which on the time runs, for the line under the figures. */
  startedAt: string;
}

/** A quiet clock. It speaks at five minutes, at one, and at the end, when it is right to interrupt. */
export function Clock({ endsAt, now, startedAt }: ClockProps) {
  const seconds = secondsLeft(endsAt, now);
  const [told, setTold] = useState({ seconds, words: '' });
  // Words stay until the next ones, so that whoever listens can hear them again.
  if (told.seconds !== seconds)
    setTold({
      seconds,
      words: spokenBetween(told.seconds, seconds) || (seconds > told.seconds ? '' : told.words),
    });
  const whole = Date.parse(endsAt ?? '') - Date.parse(startedAt);
  const share = whole > 0 ? Math.min(1, Math.max(0, (now.getTime() - Date.parse(startedAt)) / whole)) : 1;
  return (
    <div className={classes.middle}>
      <p className={classes.clock} role="timer" aria-label={clockWords(seconds)}>
        {seconds === 0 ? 'The time is up' : clockFace(seconds)}
      </p>
      <div className={classes.track} aria-hidden>
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
      <p className="dl-hidden" aria-live="polite">
        {told.words}
      </p>
    </div>
  );
}
