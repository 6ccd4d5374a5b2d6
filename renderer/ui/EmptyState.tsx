import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** A place with nothing in it yet: one line, one quiet line, one thing to do. */
export function EmptyState(props: { line: string; quiet?: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{props.line}</p>
      {props.quiet && <p className={classes.quiet}>{props.quiet}</p>}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
