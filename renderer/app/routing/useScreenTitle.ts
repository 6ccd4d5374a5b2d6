import { useEffect } from 'react';

/** Names the window after the screen, and moves focus to its heading whenever `key` changes. */
export function useScreenTitle(title: string, key: string = title): void {
  useEffect(() => {
    document.title = title === '' ? 'Dateline' : `${title} · Dateline`;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new screen, even under the same title.
  useEffect(() => {
    const heading = document.querySelector('h1');
    // Somebody already writing (an autofocused field) is not pulled away.
    if (!heading || document.activeElement?.matches('input, textarea, [contenteditable="true"]')) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [key]);
}
