import type { Finding } from '../api/shapes';
import { findSection, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

type Place = Pick<Finding, 'part' | 'section' | 'quote' | 'from' | 'to'>;

/** Words of a manual as a finding points at them, the first time they stand there; '' for the manual as a whole. */
export function placeInManual(manual: RichNode, words: string): Place {
  return placeFrom(manual, words, 0);
}

/** The same, looked for from the beginning of one of its sections; `title` is the manual's own. */
export function wordsInManual(manual: RichNode, words: string, section: 'title' | 'howTo'): Place {
  const inside = section === 'title' ? undefined : findSection(manual, section);
  const start = inside ? Math.max(0, plainText(manual).trim().indexOf(plainText(inside).trim())) : 0;
  return placeFrom(manual, words, start);
}

function placeFrom(manual: RichNode, words: string, start: number): Place {
  const found = words === '' ? -1 : plainText(manual).trim().indexOf(words, start);
  const quote = found === -1 ? '' : words;
  const from = Math.max(0, found);
  return { part: 'manuals', section: stringAttr(manual, 'id'), quote, from, to: from + quote.length };
}
