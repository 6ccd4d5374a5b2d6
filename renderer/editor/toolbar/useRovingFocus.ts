import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/** One Tab stop for a whole toolbar: arrows, Home and End move between its buttons. */
export function useRovingFocus(toolbar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    // After every drawing, because buttons come and go with the place of the caret.
    const stops = stopsOf(toolbar.current);
    const present =
      stops.find((stop) => stop === document.activeElement) ?? stops.find((stop) => stop.tabIndex === 0);
    setStop(stops, present ?? stops[0]);
  });
  return (event: KeyboardEvent) => {
    const stops = stopsOf(toolbar.current);
    const index = stops.indexOf(event.target as HTMLElement);
    const next = index < 0 ? undefined : stops[targetIndex(event.key, index, stops.length)];
    if (!next) return;
    event.preventDefault();
    setStop(stops, next);
    next.focus();
  };
}

function targetIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

function stopsOf(toolbar: HTMLElement | null): HTMLElement[] {
  return [...(toolbar?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
}

function setStop(stops: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const other of stops) other.tabIndex = other === stop ? 0 : -1;
}
