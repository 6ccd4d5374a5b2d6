import { useEffect, useState, useSyncExternalStore } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useConnection } from '../../client/ConnectionProvider';
import type { Connection } from '../../client/connection';
import { useBetweenKeys } from '../../ui/useBetweenKeys';
import { joinLineOf } from '../live/joinLine';
import { leaveSession } from './leftSessions';
import { followContent, type LiveContent } from './liveContent';
import { type OpenSession, openSession } from './openSession';
import type { SaveStatus } from './session';
import { windowClock } from './sessionClock';
import { watchPage } from './watchPage';

const windowId = crypto.randomUUID();

export type Opening =
  | { kind: 'opening' }
  | { kind: 'open'; session: OpenSession; live: LiveContent }
  | { kind: 'failed'; error: DatelineError };

/** Opens a narrative for as long as the component is mounted; its unsaved words are saved even after that. */
export function useSession(id: NarrativeId): Opening {
  const connection = useConnection();
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    let isGone = false;
    let close = () => {};
    open(connection, id).then(
      (session) => {
        const live = followContent(session.doc, windowClock);
        const stopWatching = watchPage(session);
        close = () => {
          live.stop();
          // Until the last word is durable the page still has to be watched.
          leaveSession(session, stopWatching);
        };
        if (isGone) close();
        else setOpening({ kind: 'open', session, live });
      },
      (thrown: unknown) => {
        if (!isGone) setOpening({ kind: 'failed', error: toDatelineError(thrown) });
      },
    );
    return () => {
      isGone = true;
      close();
    };
  }, [connection, id]);
  return opening;
}

async function open(connection: Connection, id: NarrativeId): Promise<OpenSession> {
  const joinLine = await joinLineOf(connection);
  return openSession({ connection, id, windowId, ...(joinLine ? { joinLine } : {}) });
}

/** Draws again when what `read` takes from the session is another value. */
export function useSessionValue<T>(session: OpenSession, read: (session: OpenSession) => T): T {
  return useSyncExternalStore(session.subscribe, () => read(session));
}

/** Whether the words are safe. What shows it is drawn between keys, never while one is handled. */
export function useSaveStatus(session: OpenSession): SaveStatus {
  return useBetweenKeys(session.subscribe, session.status);
}

/** The words of the narrative as plain data, a moment behind the typing; drawn between keys. */
export function useLiveContent(live: LiveContent): NarrativeContent {
  return useBetweenKeys(live.subscribe, live.current);
}

/** The same for what was opened on purpose: drawn at once, and never behind what `catchUp` read. */
export function useCurrentContent(live: LiveContent): NarrativeContent {
  return useSyncExternalStore(live.subscribe, live.current);
}
