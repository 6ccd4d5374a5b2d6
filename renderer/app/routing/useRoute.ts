import { useMemo, useSyncExternalStore } from 'react';
import { parseRoute, type Route, routeHash } from './route';

/** Goes to another screen; `replace` leaves no step behind for the back button. */
export type Navigate = (route: Route, options?: { replace?: boolean }) => void;

export const navigate: Navigate = (route, options) => {
  const hash = routeHash(route);
  if (options?.replace) {
    window.history.replaceState(null, '', hash);
    // A replaced address fires no event of its own.
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = hash;
  }
};

/** The screen the address names, kept in step with the back button. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
