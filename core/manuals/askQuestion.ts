import * as Y from 'yjs';
import { partFragment } from '../narrative/narrativeDoc';
import type { UnwrittenBlock } from './unwritten';

/**
 * Asks in the internal FAQ, in the first item that nobody wrote in or in a new one at the end, and answers the id of
 * that question. The change is one of the document, not of a sheet: undo in another part leaves the question there.
 */
export function askInternalQuestion(doc: Y.Doc, words: string, newId: string): string {
  const fragment = partFragment(doc, 'internalFaq');
  return doc.transact(() => {
    const blank = elementsOf(fragment).find((item) => item.nodeName === 'faqItem' && !hasText(item));
    const asked = blank && elementsOf(blank).find(({ nodeName }) => nodeName === 'faqQuestion');
    const id = blank?.getAttribute('id');
    if (asked && id) {
      asked.insert(0, [new Y.XmlText(words)]);
      return id;
    }
    const item = new Y.XmlElement('faqItem');
    fragment.push([item]);
    item.setAttribute('id', newId);
    item.setAttribute('state', 'open');
    const question = new Y.XmlElement('faqQuestion');
    item.push([question, new Y.XmlElement('paragraph')]);
    question.push([new Y.XmlText(words)]);
    return newId;
  });
}

/**
 * Asks in the internal FAQ what a place of a manual says, and lets that place wait for it. Answers the id of the
 * question, or null when the place is gone.
 */
export function askForPlace(
  doc: Y.Doc,
  place: Pick<UnwrittenBlock, 'id' | 'words'>,
  newId: string,
): string | null {
  const element = findPlace(partFragment(doc, 'manuals'), place.id);
  if (!element) return null;
  return doc.transact(() => {
    const id = askInternalQuestion(doc, place.words, newId);
    element.setAttribute('question', id);
    element.setAttribute('words', place.words);
    return id;
  });
}

function findPlace(parent: Y.XmlFragment | Y.XmlElement, id: string): Y.XmlElement | null {
  for (const child of elementsOf(parent)) {
    const isPlace = child.nodeName === 'unwritten' && child.getAttribute('id') === id;
    const found = isPlace ? child : findPlace(child, id);
    if (found) return found;
  }
  return null;
}

const elementsOf = (parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] =>
  parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

function hasText(element: Y.XmlElement): boolean {
  return element.toArray().some((child) => {
    if (child instanceof Y.XmlText) return child.toString().trim() !== '';
    return child instanceof Y.XmlElement && (isAtom(child) || hasText(child));
  });
}

const isAtom = ({ nodeName }: Y.XmlElement): boolean =>
  ['image', 'screen', 'footnote', 'fact'].includes(nodeName);
