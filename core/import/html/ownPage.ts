import type { Element, Root } from 'hast';
import { changeElements, classesOf, findElements, newElement, textProperty, wordsOf } from './htmlTree';

const hasClass = (tagName: string, name: string) => (element: Element) =>
  element.tagName === tagName && classesOf(element).includes(name);

const isSheet = hasClass('main', 'sheet');
const isReleaseTitle = hasClass('h3', 'release');
const isSubheading = hasClass('p', 'subheading');
const isStamp = hasClass('p', 'small');
const isPart = hasClass('section', 'part');
const isThread = (element: Element) => isPart(element) && textProperty(element, 'id') === 'thread';

/**
 * Takes out of a page that Dateline exported what it wrote around the narrative: its opening, which the release says
 * again, its foot, and the appendix of the thread, which is made anew each time.
 */
export function unwrapOwnPage(tree: Root): void {
  if (!findElements(tree, isSheet)[0]) return;
  const hasRelease = findElements(tree, isReleaseTitle).length > 0;
  changeElements(tree, (element) => {
    if (element.tagName === 'footer' || isStamp(element) || isThread(element)) return [];
    if (element.tagName === 'header') return hasRelease ? [] : element.children;
    if (isReleaseTitle(element)) return [newElement('h1', element.children)];
    return isSubheading(element) ? [newElement('p', [newElement('em', element.children)])] : [element];
  });
}

/** Takes lists of links within the page out; true where there was one. */
export function dropContents(tree: Root): boolean {
  let isDropped = false;
  changeElements(tree, (element) => {
    if (element.tagName !== 'nav') return [element];
    const links = findElements(element, ({ tagName }) => tagName === 'a');
    const isContents = links.length > 0 && links.every((link) => textProperty(link, 'href').startsWith('#'));
    isDropped ||= isContents && wordsOf(element).trim() !== '';
    return isContents ? [] : [element];
  });
  return isDropped;
}
