import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../core/api/contract';
import { useConnection } from '../../client/ConnectionProvider';
import type { OpenSession } from '../../editor/session/openSession';
import { windowClock } from '../../editor/session/sessionClock';

type LastRead = NonNullable<Output<'versions.sinceRead'>['read']>;

/** What is new to whoever opened the narrative. */
export interface SinceRead {
  /** As it was when the narrative was opened; null where they never read it. */
  read: LastRead | null;
  isKnown: boolean;
  /** They looked at what is new. */
  onLooked: () => void;
}

/** A narrative that lies open for so long was read, in milliseconds. */
const readAfterMs = 60_000;

/**
 * Asks once, when a narrative is opened, what changed since it was last read here. On leaving, the present counts as
 * read if it lay open for a minute or the changes were looked at; whoever wrote in it has read it anyway.
 */
export function useSinceRead(session: OpenSession): SinceRead {
  const { call } = useConnection();
  const [answer, setAnswer] = useState<{ read: LastRead | null } | null>(null);
  const isRead = useRef(false);
  useEffect(() => {
    const { id } = session;
    let isLeft = false;
    isRead.current = false;
    const stopTimer = windowClock.after(readAfterMs, () => {
      isRead.current = true;
    });
    call('versions.sinceRead', { id })
      // Without an answer nothing is told to be new: the text is there all the same.
      .catch(() => ({ read: null }))
      .then((found) => {
        if (!isLeft) setAnswer(found);
      });
    return () => {
      isLeft = true;
      stopTimer();
      setAnswer(null);
      if (!isRead.current) return;
      session
        .flush()
        .then(() => call('versions.markRead', { id }))
        .catch(() => undefined);
    };
  }, [session, call]);
  const onLooked = useCallback(() => {
    isRead.current = true;
  }, []);
  return { read: answer?.read ?? null, isKnown: answer !== null, onLooked };
}
