import * as Y from 'yjs';
import { partFragment } from '../narrative/narrativeDoc';
import { drawerMap } from '../narrative/recordMaps';
import type { DrawerItem } from './drawerItem';

type Container = Y.XmlFragment | Y.XmlElement;

/**
 * Puts parked words back at the end of the section or item they came from, or of the part where that is gone.
 * The text and the record change in one transaction, so that `origin`, an undo history, takes both back at once.
 */
export function putBack(doc: Y.Doc, item: DrawerItem, origin: Y.UndoManager): void {
  origin.addToScope([drawerMap(doc)]);
  origin.stopCapturing();
  doc.transact(() => {
    const fragment = partFragment(doc, item.from.part);
    const place = findPlace(fragment, item.from.section) ?? fragment;
    writeLines(endOf(place), item.text.split('\n'));
    drawerMap(doc).delete(item.id);
  }, origin);
  origin.stopCapturing();
}

/** The section by its key, or the item by its id, wherever it stands in the part. */
function findPlace(parent: Container, key: string): Y.XmlElement | null {
  if (key === '') return null;
  for (const child of elementsOf(parent)) {
    if (nameOf(child) === key) return child;
    const inside = findPlace(child, key);
    if (inside) return inside;
  }
  return null;
}

function nameOf(element: Y.XmlElement): unknown {
  return element.getAttribute(element.nodeName === 'section' ? 'key' : 'id');
}

/** A use case ends with its last step; words below it would stand outside of every step. */
function endOf(place: Container): Container {
  return elementsOf(place).findLast(({ nodeName }) => nodeName === 'step') ?? place;
}

function writeLines(place: Container, lines: readonly string[]): void {
  const last = elementsOf(place).at(-1);
  const isWaiting = last?.nodeName === 'paragraph' && last.length === 0;
  const [first = '', ...others] = lines;
  if (last && isWaiting) last.insert(0, [new Y.XmlText(first)]);
  const added = isWaiting ? others : lines;
  place.insert(place.length, added.map(paragraphOf));
}

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

const elementsOf = (parent: Container): Y.XmlElement[] =>
  parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);
