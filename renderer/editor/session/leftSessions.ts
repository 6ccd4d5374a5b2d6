import type { OpenSession } from './openSession';
import type { SaveStatus } from './session';

/** Words that nobody looks at any more and that could not be saved yet. */
export interface LeftSession {
  session: OpenSession;
  status: Extract<SaveStatus, { kind: 'failed' }>;
}

const left = new Set<OpenSession>();
const listeners = new Set<() => void>();
let failing: readonly LeftSession[] = [];

/** Closes a session and keeps it until its last word is durable; `onSaved` is called once, when it is. */
export function leaveSession(session: OpenSession, onSaved: () => void): void {
  session.close();
  left.add(session);
  const unsubscribe = session.subscribe(settle);
  settle();
  if (left.has(session)) session.flush().catch(() => undefined);

  function settle(): void {
    if (session.status().kind === 'saved' && left.delete(session)) {
      queueMicrotask(() => unsubscribe());
      onSaved();
    }
    announce();
  }
}

/** The sessions that were left and cannot save; the same array until one of them changes. */
export const leftSessions = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  failing: () => failing,
};

function announce(): void {
  failing = [...left].flatMap((session) => {
    const status = session.status();
    return status.kind === 'failed' ? [{ session, status }] : [];
  });
  for (const listener of listeners) listener();
}
