import type { ReactNode } from 'react';
import type { ThreadColumn, ThreadEnd } from '../../../core/thread/threadEnd';
import word from '../../ui/wordButton.module.css';
import { gapWords } from './panelWords';
import classes from './ThreadPanel.module.css';

interface ChainProps {
  label: string;
  children: ReactNode;
}

/** A piece of the thread: a gold line with a knot for each entry. */
export function Chain({ label, children }: ChainProps) {
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ul className={classes.chain}>{children}</ul>
    </section>
  );
}

interface KnotProps {
  words: string;
  note: string;
  onGo: () => void;
  /** Drawn as an open knot: the thread does not go on from here. */
  isLoose?: boolean;
  /** Lets the link go; absent where nothing is linked here. */
  onLetGo?: () => void;
}

/** Something on the thread; its words are a jump to it. */
export function Knot({ words, note, onGo, isLoose = false, onLetGo }: KnotProps) {
  return (
    <li data-gap={isLoose || undefined}>
      <button type="button" className={classes.jump} onClick={onGo}>
        {words}
      </button>
      <span className={classes.entry}>
        <span className={classes.note}>{note}</span>
        {onLetGo && (
          <button
            type="button"
            className={`${word.act} ${classes.quiet}`}
            aria-label={`Let go: ${words}`}
            onClick={onLetGo}
          >
            Let go
          </button>
        )}
      </span>
    </li>
  );
}

/** A place on the thread where nothing is yet. */
export function GapKnot({ column, onLink }: { column: ThreadColumn; onLink: () => void }) {
  return (
    <li data-gap>
      <span className={classes.gap}>{gapWords[column]}</span>
      <span className={classes.beside}>
        <span className={classes.note}>Nothing linked yet</span>
        <button type="button" className={word.act} aria-label={`Link: ${gapWords[column]}`} onClick={onLink}>
          Link
        </button>
      </span>
    </li>
  );
}

/** A stable name for an end in a list. */
export const knotKey = ({ kind, id }: Pick<ThreadEnd, 'kind' | 'id'>): string => `${kind}:${id}`;
