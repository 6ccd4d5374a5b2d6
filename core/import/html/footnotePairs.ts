import type { Element, Nodes, Root } from 'hast';
import { changeElements, findElements, isElement, newElement, textProperty, wordsOf } from './htmlTree';

/** Elements that stand for a footnote's number and for its text until they become Markdown. */
export const noteElements = { reference: 'dateline-note', text: 'dateline-note-text' } as const;

type Parents = ReadonlyMap<Element, Element>;

/**
 * Finds footnotes however a program writes them: a number that links to a place which links back. The number becomes
 * a reference; the text is taken out of the page, to the end of the tree.
 */
export function pairFootnotes(tree: Root): void {
  const { parents, places, links } = survey(tree);
  const notes: Element[] = [];
  const texts = new Set<Element>();
  for (const link of links) {
    const place = places.get(targetOf(link));
    if (!place || !looksLikeNumber(link) || isWithin(link, texts, parents)) continue;
    const text = blockAround(place, parents);
    const names = namesAround(link, parents);
    const goesBack = (element: Element) => element.tagName === 'a' && names.has(targetOf(element));
    if (texts.has(text) || isWithin(link, new Set([text]), parents) || !findElements(text, goesBack)[0])
      continue;
    texts.add(text);
    const id = String(notes.length + 1);
    changeElements(text, (element) => (goesBack(element) ? [] : [element]));
    notes.push(newElement(noteElements.text, [...text.children], { id }));
    Object.assign(link, newElement(noteElements.reference, [], { id }));
  }
  if (notes.length === 0) return;
  changeElements(tree, (element) => {
    if (texts.has(element)) return [];
    // A number set high is no more than the reference itself; a list or area of nothing but notes is empty now.
    if (element.tagName === 'sup' && element.children.length === 1) return element.children;
    return isEmptied(element) ? [] : [element];
  });
  tree.children.push(...notes);
}

function survey(tree: Root) {
  const parents = new Map<Element, Element>();
  const places = new Map<string, Element>();
  const links: Element[] = [];
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (isElement(node)) parents.set(child, node);
      const id = textProperty(child, 'id');
      if (id !== '' && !places.has(id)) places.set(id, child);
      if (child.tagName === 'a' && targetOf(child) !== '') links.push(child);
      visit(child);
    }
  };
  visit(tree);
  return { parents, places, links };
}

/** Name of the place on the same page that a link leads to; '' for other links. */
function targetOf(link: Element): string {
  const href = textProperty(link, 'href');
  return href.startsWith('#') ? href.slice(1) : '';
}

const looksLikeNumber = (link: Element) =>
  /^[[(]?(?:\d{1,4}|[ivxl]{1,6}|[a-z*†‡§])[\])]?$/iu.test(wordsOf(link).trim());

/** Names by which the place of a link is known: its own, or those of what it alone stands in. */
function namesAround(link: Element, parents: Parents): Set<string> {
  const names = new Set<string>();
  let element: Element | undefined = link;
  while (element && (element === link || element.tagName === 'sup' || element.tagName === 'span')) {
    const id = textProperty(element, 'id');
    if (id !== '') names.add(id);
    element = parents.get(element);
  }
  return names;
}

const blockNames = new Set(['li', 'p', 'div', 'aside', 'section', 'dd']);

/** The note as a whole: the block that the place is or stands in. */
function blockAround(place: Element, parents: Parents): Element {
  let element = place;
  while (!blockNames.has(element.tagName)) {
    const parent = parents.get(element);
    if (!parent) return place;
    element = parent;
  }
  const parent = parents.get(element);
  // Google Docs puts each note into an area of its own.
  const isAlone = element.tagName === 'p' && parent?.tagName === 'div' && parent.children[0] === element;
  return isAlone && placesAmong(parent) === 1 ? parent : element;
}

const placesAmong = (element: Element) =>
  findElements(element, (inner) => inner.tagName === 'a' && textProperty(inner, 'id') !== '').length;

function isWithin(element: Element, outer: ReadonlySet<Element>, parents: Parents): boolean {
  let parent = parents.get(element);
  while (parent && !outer.has(parent)) parent = parents.get(parent);
  return parent !== undefined;
}

function isEmptied(element: Element): boolean {
  const holdsNotes = ['ol', 'section'].includes(element.tagName);
  return holdsNotes && wordsOf(element).trim() === '' && !findElements(element, isShown)[0];
}

const isShown = ({ tagName }: Element) => tagName === 'img' || tagName === 'input';
