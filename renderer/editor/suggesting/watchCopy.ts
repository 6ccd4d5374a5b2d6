import type { SuggestingCopy } from './suggestingCopy';

/**
 * Keeps what somebody suggests safe through what happens to the page: it is sent when the page is hidden or left, and
 * leaving is asked about only while something is not kept yet. Returns the function that stops watching as soon as all
 * of it is.
 */
export function watchCopy(copy: SuggestingCopy): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') copy.sendNow();
  };
  const onLeaving = (event: BeforeUnloadEvent) => {
    copy.sendNow();
    if (copy.status().kind !== 'saved') event.preventDefault();
  };
  window.addEventListener('pagehide', copy.sendNow);
  window.addEventListener('beforeunload', onLeaving);
  document.addEventListener('visibilitychange', onVisibility);
  const stop = () => {
    window.removeEventListener('pagehide', copy.sendNow);
    window.removeEventListener('beforeunload', onLeaving);
    document.removeEventListener('visibilitychange', onVisibility);
  };
  return () => {
    if (copy.status().kind === 'saved') return stop();
    const unsubscribe = copy.subscribe(() => {
      if (copy.status().kind !== 'saved') return;
      stop();
      queueMicrotask(unsubscribe);
    });
  };
}
