import type { OpenSession } from './openSession';

/**
 * Keeps a session's words safe through what happens to the page: sends them when it is hidden or left, tries
 * again when the connection or the person comes back, and asks before leaving only while something is unsaved.
 * Returns the function that stops watching.
 */
export function watchPage(session: OpenSession): () => void {
  const unsaved = () => session.status().kind !== 'saved';
  const tryAgain = () => {
    if (unsaved()) session.flush().catch(() => undefined);
  };
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') session.sendNow();
    else tryAgain();
  };
  const onLeaving = (event: BeforeUnloadEvent) => {
    session.sendNow();
    if (unsaved()) event.preventDefault();
  };
  window.addEventListener('online', tryAgain);
  window.addEventListener('focus', tryAgain);
  window.addEventListener('pagehide', session.sendNow);
  window.addEventListener('beforeunload', onLeaving);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('online', tryAgain);
    window.removeEventListener('focus', tryAgain);
    window.removeEventListener('pagehide', session.sendNow);
    window.removeEventListener('beforeunload', onLeaving);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
