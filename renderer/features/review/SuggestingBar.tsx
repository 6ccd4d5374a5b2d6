import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import type { DatelineError } from '../../../core/api/errors';
import classes from './Review.module.css';

interface SuggestingBarProps {
  /** How many changes the copy suggests. */
  count: number;
  /** Where its suggestions are; an error tells why they are not kept. */
  kept: 'kept' | 'keeping' | DatelineError;
  isClean: boolean;
  /** The keys that end it, for people. */
  keys: string;
  onClean: () => void;
  onStop: () => void;
}

/** Says that what is typed becomes suggestions, whether they are kept, and the ways out. */
export function SuggestingBar({ count, kept, isClean, keys, onClean, onStop }: SuggestingBarProps) {
  const isFailing = typeof kept === 'object';
  return (
    <section className={classes.bar} aria-label="Suggesting">
      <IconPencilPlus size={18} stroke={1.75} aria-hidden />
      <p>
        <b role="status">You are suggesting.</b>{' '}
        {isClean
          ? 'This is the text as if every open change were accepted. What you type becomes suggestions.'
          : 'The text stays as it is; what you type becomes suggestions.'}{' '}
        <span className={classes.barState}>{countWords(count, kept)}</span>
        {isFailing && (
          <span role="alert">
            {' '}
            {kept.message} {kept.next} What you typed is safe while this window is open.
          </span>
        )}
      </p>
      <Button size="xs" variant="default" onClick={onClean}>
        {isClean ? 'Show the changes' : 'Clean view'}
      </Button>
      <Button size="xs" title={keys} onClick={onStop}>
        Stop suggesting
      </Button>
    </section>
  );
}

function countWords(count: number, kept: SuggestingBarProps['kept']): string {
  const changes = count === 1 ? 'One change' : `${count} changes`;
  if (typeof kept === 'object') return 'Not kept yet.';
  if (kept === 'keeping') return `${changes}, keeping …`;
  return count === 0 ? 'No change yet.' : `${changes}, kept.`;
}
