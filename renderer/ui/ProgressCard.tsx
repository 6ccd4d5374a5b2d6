import { Button } from '@mantine/core';
import classes from './ProgressCard.module.css';
import { useAfterDelay } from './useAfterDelay';

export interface ProgressCardProps {
  title: string;
  /** The thing in hand right now. */
  label: string;
  done: number;
  /** 0 while nobody knows. */
  total: number;
  /** Keeps what is done. */
  onStop?: () => void;
}

/** Long work in hand. Shows itself only when the work takes a moment. */
export function ProgressCard({ title, label, done, total, onStop }: ProgressCardProps) {
  if (!useAfterDelay(true)) return null;
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.row}>
        <b>{title}</b>
        {total > 1 && (
          <span className={classes.count}>
            {done} of {total}
          </span>
        )}
      </div>
      <progress
        className={classes.track}
        aria-label={title}
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <div className={classes.row}>
        <span className={classes.label}>{label}</span>
        {onStop && (
          <Button variant="default" size="xs" onClick={onStop}>
            Stop here
          </Button>
        )}
      </div>
    </section>
  );
}
