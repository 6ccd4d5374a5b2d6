import { commitmentNames, disappointmentNames } from '../../../core/review/excitement/questions';
import type { TestReading } from '../../../core/review/excitement/readTests';
import { fewestForShare, shareWords } from '../../../core/review/excitement/standing';
import { commitments, disappointments } from '../../../core/review/records/excitement';
import classes from './Customers.module.css';

/** How customers would feel without it, and what they gave: counts with what they are of. */
export function Counted({ test }: { test: TestReading }) {
  const { n, disappointment, commitment, passedOver } = test;
  return (
    <div className={classes.pair}>
      <CountList
        title="If it is never made"
        note={n < fewestForShare ? `n = ${n}: too few to read a share.` : `n = ${n}.`}
        rows={[
          ...disappointments.map((key) => ({
            key,
            name: disappointmentNames[key],
            count: disappointment[key],
          })),
          { key: 'none', name: 'Passed over', count: passedOver.disappointment },
        ]}
        n={n}
      />
      <CountList
        title="What they gave"
        note="Each step costs more than the one above it. An opinion costs nothing."
        rows={[
          ...commitments.map((key) => ({ key, name: commitmentNames[key].name, count: commitment[key] })),
          { key: 'none', name: 'Passed over', count: passedOver.commitment },
        ]}
        n={n}
      />
    </div>
  );
}

interface CountListProps {
  title: string;
  note: string;
  rows: readonly { key: string; name: string; count: number }[];
  n: number;
}

function CountList({ title, note, rows, n }: CountListProps) {
  return (
    <section className={classes.counted} aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {rows
          .filter(({ key, count }) => key !== 'none' || count > 0)
          .map(({ key, name, count }) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{shareWords(count, n)}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.quiet}>{note}</p>
    </section>
  );
}
