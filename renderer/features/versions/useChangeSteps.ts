import { useCallback, useEffect, useRef } from 'react';

/** Steps from change to change within an element, by buttons and by F9, which elsewhere steps through remarks. */
export function useChangeSteps() {
  const container = useRef<HTMLDivElement>(null);
  const step = useCallback((by: 1 | -1) => {
    const found = container.current?.querySelectorAll<HTMLElement>('[data-change-start]') ?? [];
    const starts: (Element | null)[] = [...found];
    const at = starts.indexOf(document.activeElement);
    const next = starts[(at < 0 && by < 0 ? starts.length - 1 : at + by + starts.length) % starts.length];
    if (!(next instanceof HTMLElement)) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    // Before the commands of the window hear of it.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [step]);
  return { container, step };
}
