import { type RefObject, useLayoutEffect } from 'react';

/** Makes the app behind the desk unreachable for keys and pointers, and gives the focus back afterwards. */
export function useInertApp(desk: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const home = document.activeElement;
    const app = document.getElementById('root');
    app?.setAttribute('inert', '');
    desk.current?.focus();
    return () => {
      app?.removeAttribute('inert');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    };
  }, [desk]);
}
