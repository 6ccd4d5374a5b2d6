import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { Comparison, RecordChange } from '../../../core/review/versions/comparison';
import { ComparedPartView } from './ComparedLines';
import classes from './Comparison.module.css';
import { countOf } from './versionWords';

interface ComparisonViewProps {
  comparison: Comparison;
  onStep: (by: 1 | -1) => void;
}

/** How two versions differ: part by part, word by word, and in what stands beside the texts. */
export function ComparisonView({ comparison, onStep }: ComparisonViewProps) {
  const { changes, parts, records } = comparison;
  if (changes === 0) return <p className={classes.none}>Both say the same.</p>;
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.total} role="status">
          {countOf(changes, 'change')}
        </p>
        <p className={classes.legend} aria-hidden="true">
          <del>taken out</del> <ins>put in</ins>
        </p>
        <Tooltip label="Previous change (Shift F9)">
          <ActionIcon variant="subtle" aria-label="Previous change" onClick={() => onStep(-1)}>
            <IconChevronUp size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next change (F9)">
          <ActionIcon variant="subtle" aria-label="Next change" onClick={() => onStep(1)}>
            <IconChevronDown size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      {parts.map((compared) => (
        <ComparedPartView key={compared.part} compared={compared} />
      ))}
      {records.length > 0 && <Records records={records} />}
    </>
  );
}

const kindWords = { added: 'added', removed: 'taken out', changed: 'changed' } as const;

function Records({ records }: { records: readonly RecordChange[] }) {
  // Two cards may have one name.
  const keyOf = (record: RecordChange) => `${records.indexOf(record)} ${record.what}`;
  return (
    <section aria-label="Beside the texts">
      <h2 className={classes.part}>
        Beside the texts <span className={classes.count}>{countOf(records.length, 'change')}</span>
      </h2>
      <ul className={classes.records}>
        {records.map((record) => (
          <li key={keyOf(record)}>
            <span className={classes.what}>{record.what}</span> {record.name}: {kindWords[record.kind]}
          </li>
        ))}
      </ul>
    </section>
  );
}
