import type { ComponentProps } from 'react';
import classes from './Timeline.module.css';
import { sinceReadWords } from './versionWords';

interface SinceReadLinkProps {
  read: Parameters<typeof sinceReadWords>[0] | null;
  href: ComponentProps<'a'>['href'];
}

/** Says quietly what is new since somebody read the narrative, and leads there; nothing where nothing is. */
export function SinceReadLink({ read, href }: SinceReadLinkProps) {
  if (read === null || read.changes === 0) return null;
  return (
    <a className={classes.since} href={href}>
      {sinceReadWords(read, new Date())}
    </a>
  );
}
