import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { longDay } from '../../ui/dates';
import rows from '../../ui/rows.module.css';
import classes from './Team.module.css';

/** A link that was made just now; it is told this once. */
export interface ShownLink {
  path: string;
  expiresAt: string;
  /** Whom it lets in, as "Whoever opens it first joins as a reviewer". */
  effect: string;
}

/** Shows a new link while it can still be copied. */
export function LinkCard({ link, onDone }: { link: ShownLink; onDone: () => void }) {
  const url = new URL(link.path, window.location.origin).href;
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link is chosen anew
  useEffect(() => field.current?.select(), [url]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // Without TLS browsers keep the clipboard shut; the words are chosen, and the keys for copying work.
      field.current?.select();
      document.execCommand('copy');
    }
    setCopied(true);
  };
  return (
    <div className={classes.link} role="status">
      <TextInput ref={field} label="Link, shown this once" readOnly value={url} />
      <p className={classes.quiet}>
        {link.effect} It holds until {longDay(link.expiresAt.slice(0, 10))}.
      </p>
      <div className={rows.acts}>
        <Button onClick={() => void copy()}>{isCopied ? 'Copied' : 'Copy the link'}</Button>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
