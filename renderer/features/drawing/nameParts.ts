/** Parts that Excalidraw leaves without a name, and the words for them. */
const names: readonly [selector: string, name: (part: Element) => string][] = [
  ['.main-menu-trigger', () => 'Menu of the sheet'],
  ['.color-picker-container', () => 'Colours'],
  ['.Modal[role="dialog"]', (part) => part.querySelector('h2')?.textContent?.trim() || 'Drawing'],
  ['.sidebar-tab-trigger[id$="-trigger-search"]', () => 'Find on canvas'],
];

/** Parts whose name hides the words that are seen on them; without it, the words are the name. */
const wordsSuffice = ['.reset-zoom-button[aria-label]', '.dropdown-menu-item[aria-label]'];

/** Gives Excalidraw's parts the names that a screen reader needs, also those that appear later. Returns the stop. */
export function nameParts(): () => void {
  const observer = new MutationObserver(nameAll);
  observer.observe(document.body, { childList: true, subtree: true });
  nameAll();
  return () => observer.disconnect();
}

function nameAll(): void {
  for (const [selector, name] of names) {
    for (const part of document.querySelectorAll(`.excalidraw ${selector}:not([aria-label])`)) {
      part.setAttribute('aria-label', name(part));
    }
  }
  for (const part of document.querySelectorAll(wordsSuffice.map((one) => `.excalidraw ${one}`).join(', '))) {
    part.removeAttribute('aria-label');
  }
}
