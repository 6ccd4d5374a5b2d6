import type { ReactNode } from 'react';
import classes from './Sheet.module.css';

interface SheetProps {
  title: string;
  /** What the sheet is for, in a sentence or two. */
  lede: ReactNode;
  /** For a table that needs more room than reading does. */
  wide?: boolean;
  children: ReactNode;
}

/** A white sheet with a title, for what is read like a page but is not a part of the text. */
export function Sheet({ title, lede, wide = false, children }: SheetProps) {
  return (
    <div className={classes.sheet} data-wide={wide || undefined}>
      <h1>{title}</h1>
      <p className={classes.lede}>{lede}</p>
      {children}
    </div>
  );
}
