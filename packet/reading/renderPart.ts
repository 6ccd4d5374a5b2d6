import { isBlank } from '../../core/narrative/plainText';
import type { PacketPart } from '../../core/review/packet/packetFile';
import { readDocText } from '../../core/review/readPartText';
import { element } from '../dom/element';
import type { ShownPart } from './lines';
import type { Pictures } from './nodeRenderers';
import { PartRenderer } from './partRenderer';

/** Draws a part, its units in reading order with their labels. */
export function renderPart(given: PacketPart, letter: string, pictures: Pictures): ShownPart {
  const text = readDocText(given.doc);
  const renderer = new PartRenderer({ part: given.part, letter, text, pictures });
  const isEmpty = isBlank(given.doc);
  const empty = element('p', { class: 'quiet' }, ['Nothing is written here yet.']);
  const sheet = element('section', { class: `part ${given.part}`, 'aria-labelledby': `part-${letter}` }, [
    element('h2', { id: `part-${letter}`, class: 'part-title', tabindex: -1 }, [
      element('span', { class: 'letter', 'aria-hidden': 'true' }, [letter]),
      given.title,
    ]),
    ...(isEmpty ? [empty] : renderer.children(given.doc, 3)),
  ]);
  return { part: given.part, letter, title: given.title, text, element: sheet, units: renderer.units };
}
