/** Marks what only other programs read of our copied text: here it is drawn by other means. */
export const elsewhereOnly = 'data-elsewhere';

/** Puts the element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** The same content under another tag, without attributes. */
export function rename(element: Element, tag: string): HTMLElement {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

export function removeAll(root: Element, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.remove();
}

export function unwrapAll(root: Element, selector: string): void {
  for (const element of root.querySelectorAll(selector)) unwrap(element);
}
