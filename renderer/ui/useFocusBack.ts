import { useEffect, useRef } from 'react';

/** Gives the focus back to where it was before a dialog, or the palette that led to it, once the dialog closes. */
export function useFocusBack(isOpen: boolean): void {
  const home = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest('[role="dialog"]')) home.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      // Once the dialog is gone; whatever took the focus by then keeps it.
      setTimeout(() => {
        if (document.activeElement === document.body) home.current?.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}
