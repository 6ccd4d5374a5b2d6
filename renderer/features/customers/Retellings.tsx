import type { TestReading } from '../../../core/review/excitement/readTests';
import classes from './Customers.module.css';
import { reactionSigns } from './reactionSigns';

/** What customers said in their own words, side by side, and why they marked what they marked. */
export function Retellings({ test: { retellings, notes } }: { test: TestReading }) {
  return (
    <>
      <section className={classes.list} aria-labelledby="retold-title">
        <h2 id="retold-title">Told in their own words</h2>
        {retellings.length === 0 && <p className={classes.quiet}>Nobody has told it yet.</p>}
        <ul className={classes.retold}>
          {retellings.map(({ customer, text }) => (
            <li key={customer}>
              <b>Customer {customer}</b>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
      {notes.length > 0 && (
        <section className={classes.list} aria-labelledby="notes-title">
          <h2 id="notes-title">Why they marked it</h2>
          <ul>
            {notes.map(({ quote, reaction, note }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two customers may say the very same.
              <li key={index}>
                <q>{quote}</q>
                <span className={classes.verdict}>
                  {reactionSigns[reaction]} {note}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
