import type { Element, ElementContent, Nodes, Root } from 'hast';
import { settleCell } from './cells';
import {
  changeElements,
  classesOf,
  findElements,
  isElement,
  newElement,
  textProperty,
  wordsOf,
} from './htmlTree';
import { takeNumber } from './listNumbers';
import { markPrefix } from './markPrefix';

/** Makes plain structure of what programs write their own way: links, checklists, cells. */
export function mendTree(tree: Root): void {
  changeElements(tree, (element) => {
    if (element.tagName === 'a') return mendLink(element);
    if (element.tagName === 'caption') return [newElement('p', element.children)];
    if (element.tagName === 'dl') return element.children;
    if (element.tagName === 'dt') return [newElement('p', [newElement('strong', element.children)])];
    if (element.tagName === 'dd') return [newElement('div', element.children)];
    if (element.tagName === 'li') return [mendItem(element)];
    if (isList(element)) return [nestLists(element)];
    return [element];
  });
  for (const list of findElements(tree, ({ tagName }) => tagName === 'ol')) takeNumber(list);
  for (const cell of findElements(tree, isCell)) {
    settleCell(cell);
    cell.children = flattenCell(cell.children);
  }
  liftCaptions(tree);
}

const isCell = ({ tagName }: Element) => tagName === 'td' || tagName === 'th';

/** Links lead to where they lead behind Google's redirect; names of places and links within the page are words. */
function mendLink(link: Element): ElementContent[] {
  if (isMark(link)) return [link];
  const href = textProperty(link, 'href').trim();
  if (href === '' || href.startsWith('#')) return link.children;
  link.properties.href = behindRedirect(href);
  return [link];
}

function behindRedirect(href: string): string {
  const query = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,8}\/url\?([^#]*)/iu.exec(href)?.[1];
  const target = query?.split('&').find((field) => /^(?:q|url)=/u.test(field));
  if (target === undefined) return href;
  try {
    return decodeURIComponent(target.slice(target.indexOf('=') + 1).replaceAll('+', ' '));
  } catch {
    return href;
  }
}

const emptyBox = /^\s*[☐□❏❑▢]\s*/u;
const fullBox = /^\s*[☑☒✓✔✅🗹]\uFE0F?\s*/u;

/** An item with a box, however it is drawn, gets a real one. */
function mendItem(item: Element): Element {
  const classes = [item, ...item.children.filter(isElement).slice(0, 2)].flatMap(classesOf);
  const isRole = item.properties.role === 'checkbox';
  const drawn = firstWords(item);
  const isEmptyBox = drawn !== null && emptyBox.test(drawn.value);
  const isFullBox = drawn !== null && fullBox.test(drawn.value);
  const isClass = classes.some((name) =>
    /^(?:checkbox-(?:on|off)|checked|task-list-item|unchecked)$/u.test(name),
  );
  if (!isRole && !isEmptyBox && !isFullBox && !(isClass && !holdsBox(item))) return item;
  if (drawn) drawn.value = drawn.value.replace(isEmptyBox ? emptyBox : fullBox, '');
  const checked =
    isFullBox ||
    String(item.properties.ariaChecked) === 'true' ||
    classes.some((name) => name === 'checkbox-on' || name === 'checked');
  item.children.unshift(newElement('input', [], { type: 'checkbox', checked }));
  return item;
}

const holdsBox = (item: Element) => findElements(item, ({ tagName }) => tagName === 'input').length > 0;

const isMark = (element: Element) => textProperty(element, 'id').startsWith(markPrefix);

/** The text that an item begins with; null when it begins with something else. */
function firstWords(element: Element): { value: string } | null {
  const first = element.children.find((child) =>
    isElement(child) ? !isMark(child) : wordsOf(child).trim() !== '',
  );
  if (first?.type === 'text') return first;
  return first?.type === 'element' && !['ul', 'ol', 'table', 'input'].includes(first.tagName)
    ? firstWords(first)
    : null;
}

/** Some put an inner list beside its item instead of inside of it; whatever else lies in a list is an item. */
function nestLists(list: Element): Element {
  const children: Element[] = [];
  for (const child of list.children) {
    const before = children.at(-1);
    if (isElement(child) && child.tagName === 'li') children.push(child);
    else if (before && isElement(child) && isList(child)) before.children.push(child);
    else if (wordsOf(child).trim() !== '' || isElement(child)) children.push(newElement('li', [child]));
  }
  list.children = children;
  return list;
}

const isList = ({ tagName }: Element) => tagName === 'ul' || tagName === 'ol';

const lineBlocks = /^(?:p|div|h[1-6]|li|blockquote|pre|dt|dd|section|article|figure|figcaption|tr|td|th)$/u;
const onlyAround = /^(?:ul|ol|dl|table|tbody|thead|tfoot|center|form|main|header|footer)$/u;

/** A cell holds one run of words, in which each of its blocks is a line of its own. */
function flattenCell(children: readonly ElementContent[]): ElementContent[] {
  const lines = toLines(children, '').filter((line) => line.some(isSomething));
  return lines.flatMap((line, index) => (index === 0 ? line : [newElement('br', []), ...line]));
}

const isSomething = (node: ElementContent) =>
  (isElement(node) && (node.tagName !== 'br' || textProperty(node, 'id') !== '')) ||
  wordsOf(node).trim() !== '';

/** Lines of inline content; `bullet` begins the lines of list items. */
function toLines(children: readonly ElementContent[], bullet: string): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    const isBlock = isElement(child) && (lineBlocks.test(child.tagName) || onlyAround.test(child.tagName));
    if (!isBlock) {
      lines.at(-1)?.push(child);
      continue;
    }
    const inner = toLines(child.children, isList(child) ? '• ' : '');
    if (child.tagName === 'li' && bullet !== '') inner[0]?.unshift({ type: 'text', value: bullet });
    lines.push(...inner, []);
  }
  return lines;
}

/** A table's caption stands above it as a paragraph. */
function liftCaptions(tree: Nodes): void {
  changeElements(tree, (element) => {
    if (element.tagName !== 'table') return [element];
    const captions = element.children.filter((child) => isElement(child) && child.tagName === 'p');
    element.children = element.children.filter((child) => !captions.includes(child));
    return [...captions, element];
  });
}
