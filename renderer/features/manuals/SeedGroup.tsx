import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import classes from './Manuals.module.css';
import type { SeedKind } from './useChosen';

/** One thing a manual can be begun from. */
export interface Seed {
  key: string;
  words: string;
  /** Where it is from, or how often it is used. */
  note: string;
  /** It is in the manual already. */
  isHere: boolean;
}

interface SeedGroupProps {
  kind: SeedKind;
  title: string;
  /** What it becomes, one sentence. */
  from: string;
  seeds: readonly Seed[];
  isChosen: (key: string) => boolean;
  onChoose: (key: string, isChosen: boolean) => void;
}

/** What one section of the manual can be begun from; nothing when there is nothing. */
export function SeedGroup({ kind, title, from, seeds, isChosen, onChoose }: SeedGroupProps) {
  const id = useId();
  if (seeds.length === 0) return null;
  return (
    <section className={classes.group} data-kind={kind} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={classes.note}>{from}</p>
      <ul>
        {seeds.map(({ key, words, note, isHere }) => (
          <li key={key}>
            <Checkbox
              label={words}
              description={note}
              checked={isHere || isChosen(key)}
              disabled={isHere}
              onChange={({ currentTarget }) => onChoose(key, currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
