import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { DatelineError } from '../../api/errors';

/** What pages that people write never come near; beyond it, reading takes time or memory without bound. */
const limits = { depth: 100, tags: 100_000, characters: 6_000_000, depths: 4_000_000 };

const parser = unified().use(rehypeParse).freeze();

/** The tree of a page or a piece of one. Nothing in it runs or is fetched. Throws `file-too-large`. */
export function parseHtml(html: string): Root {
  checkSize(html);
  return parser.parse(html);
}

/** Elements that need no closing tag, or have none, say nothing about depth. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup html head body'.split(
    ' ',
  ),
);

/** A rough count beforehand: the parser itself would spend its time on a page that is only tags. */
function checkSize(html: string): void {
  if (html.length > limits.characters) throw tooMuch();
  let depth = 0;
  let tags = 0;
  let depths = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    tags += 1;
    if (!unclosed.has(name.toLowerCase())) depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    // What is left open is opened again by every paragraph.
    depths += depth;
    if (depth > limits.depth || tags > limits.tags || depths > limits.depths) throw tooMuch();
  }
}

function tooMuch(): DatelineError {
  return new DatelineError(
    'file-too-large',
    'This text holds more words or elements, or deeper ones in each other, than any narrative. Nothing was changed.',
    'Copy the part that you need into a document of its own and import that.',
  );
}

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** Elements below a node that hold for the test, in the order of the text. */
export function findElements(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    const below = findElements(child, test);
    return isElement(child) && test(child) ? [child, ...below] : below;
  });
}

/** Replaces every element below a node by what `change` answers for it, innermost first. */
export function changeElements(node: Nodes, change: (element: Element) => ElementContent[]): void {
  if (!('children' in node)) return;
  const changed = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    changeElements(child, change);
    return isElement(child) ? change(child) : [child];
  });
  node.children = changed as typeof node.children;
}

/** All words below a node. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

export function newElement(
  tagName: string,
  children: Nodes[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: children as Element['children'] };
}

/** A property as text; '' where it is absent or of another kind. */
export function textProperty({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
