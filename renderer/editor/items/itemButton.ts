import type { Editor } from '@tiptap/core';
import { popoversOf } from '../popover/popoverStore';

/** The quiet button at an item's edge. It opens the menu that moves or deletes the item. */
export function createItemButton(editor: Editor, noun: string, readId: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'dl-item-button';
  button.contentEditable = 'false';
  button.textContent = '⋯';
  button.setAttribute('aria-label', `${noun}: move or delete`);
  button.setAttribute('aria-haspopup', 'menu');
  // A press would take the caret out of the text before the menu knows where it stood.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    popoversOf(editor).open({ kind: 'item', id: readId(), anchor: button.getBoundingClientRect() });
  });
  return button;
}
