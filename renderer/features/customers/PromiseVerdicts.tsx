import { IconNeedleThread } from '@tabler/icons-react';
import type { TestReading } from '../../../core/review/excitement/readTests';
import classes from './Customers.module.css';
import { reactionPhrase, reactionSigns, reactionsIn } from './reactionSigns';

/** What customers say to each promise of the golden thread. */
export function PromiseVerdicts({ test: { promises, n } }: { test: TestReading }) {
  return (
    <section className={classes.list} aria-labelledby="promises-title">
      <h2 id="promises-title">Beside each promise</h2>
      {promises.length === 0 ? (
        <p className={classes.quiet}>
          No words of the release are marked as a promise yet, so there is nothing to stand beside.
        </p>
      ) : (
        <ul>
          {promises.map(({ id, words, counts }) => (
            <li key={id}>
              <span className={classes.promise}>
                <IconNeedleThread size={16} stroke={1.75} aria-hidden />
                {words}
              </span>
              <span className={classes.verdict}>
                {reactionsIn(counts).map((reaction) => (
                  <span key={reaction}>
                    <b aria-hidden>{reactionSigns[reaction]}</b> {reactionPhrase(reaction, counts[reaction])},{' '}
                  </span>
                ))}
                {reactionsIn(counts).length === 0 && 'Nobody marked it, '}n = {n}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
