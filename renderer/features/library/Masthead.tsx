import type { ReactNode } from 'react';
import { longDate } from '../../ui/dates';
import classes from './Masthead.module.css';

/** The name of the app over today's date, as on a front page. */
export function Masthead(props: { middle?: ReactNode; actions: ReactNode }) {
  return (
    <header className={classes.masthead} data-region data-drag>
      <div>
        <p className={classes.wordmark}>
          <a href="#/">Dateline</a>
        </p>
        <p className={classes.today}>{longDate(new Date())}</p>
      </div>
      {props.middle ?? <span />}
      <div className={classes.acts}>{props.actions}</div>
    </header>
  );
}
