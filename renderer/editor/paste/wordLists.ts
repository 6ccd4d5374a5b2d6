/** Word marks the bullet or number of a list paragraph with conditional comments; they become this element. */
export const wordMarkerTag = 'dl-marker';

interface OpenList {
  element: HTMLElement;
  isOrdered: boolean;
}

const listParagraphs = 'p[style*="mso-list"], p[class*="MsoListParagraph"]';
const markers = `${wordMarkerTag}, [style*="mso-list:Ignore"]`;
/** A bullet or number typed into the text, with the wide gap that Word leaves behind it. */
const typedMarker = /^\s*(?<label>[·•§▪o–-]|\d{1,3}[.)])(?:\u00a0|\s){2,}/u;
const orderedMarker = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i;

/** Word sends lists as paragraphs that begin with a bullet or number; makes real, nested lists of them. */
export function nestWordLists(body: HTMLElement): void {
  let open: OpenList[] = [];
  for (const paragraph of body.querySelectorAll<HTMLElement>(listParagraphs)) {
    const style = paragraph.getAttribute('style') ?? '';
    const marker = paragraph.querySelector(markers);
    const typed = marker ? null : typedMarker.exec(paragraph.textContent ?? '');
    if (!marker && !typed && !/mso-list:\s*l\d/.test(style)) continue;
    if (open[0] && previousElement(paragraph) !== open[0].element) open = [];
    const label = (marker?.textContent ?? typed?.groups?.label ?? '').trim();
    if (typed) removeBeginning(paragraph, typed[0].length);
    for (const element of paragraph.querySelectorAll(markers)) element.remove();
    open = openLists(open, { paragraph, label, level: levelOf(style) });
    appendItem(open, paragraph);
  }
}

/** Takes this many characters off the beginning, whatever marks they stand in. */
function removeBeginning(element: Node, length: number): void {
  let left = length;
  const take = (node: Node): void => {
    if (left === 0) return;
    if (node.nodeType !== 3) {
      for (const child of [...node.childNodes]) take(child);
      return;
    }
    const text = node.textContent ?? '';
    node.textContent = text.slice(left);
    left = Math.max(0, left - text.length);
  };
  take(element);
}

function levelOf(style: string): number {
  const level = Number(/level(\d+)/.exec(style)?.[1] ?? 1);
  return Math.min(9, Math.max(1, level));
}

/** The element before this one; null when words stand between. */
function previousElement(element: Element): Element | null {
  let node = element.previousSibling;
  while (node && node.nodeType === 3 && (node.textContent ?? '').trim() === '') node = node.previousSibling;
  return node?.nodeType === 1 ? (node as Element) : null;
}

function openLists(
  open: readonly OpenList[],
  { paragraph, label, level }: { paragraph: HTMLElement; label: string; level: number },
): OpenList[] {
  const isOrdered = orderedMarker.test(label);
  const lists = open.slice(0, level);
  if (lists.length === level && level > 1 && lists[level - 1]?.isOrdered !== isOrdered) lists.pop();
  while (lists.length < level) {
    const element = paragraph.ownerDocument.createElement(isOrdered ? 'ol' : 'ul');
    const start = Number(/^\d+/.exec(label)?.[0] ?? 1);
    if (isOrdered && start > 1) element.setAttribute('start', String(start));
    const parent = lists.at(-1);
    if (parent) lastItem(parent.element).append(element);
    else paragraph.before(element);
    lists.push({ element, isOrdered });
  }
  return lists;
}

function lastItem(list: HTMLElement): Element {
  return list.lastElementChild ?? list.appendChild(list.ownerDocument.createElement('li'));
}

function appendItem(open: readonly OpenList[], paragraph: HTMLElement): void {
  const item = paragraph.ownerDocument.createElement('li');
  const text = paragraph.ownerDocument.createElement('p');
  text.append(...paragraph.childNodes);
  item.append(text);
  open.at(-1)?.element.append(item);
  paragraph.remove();
}
