/**
 * Hides from React that an element can be edited. After every update of anything in the window React would walk
 * through all nodes of the focused text to remember its selection, which ProseMirror keeps by itself: in a long
 * part that costs more than the update.
 */
export function keepSelectionFromReact(text: HTMLElement): void {
  Object.defineProperty(text, 'contentEditable', { get: () => 'inherit' });
}
