import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { countLetters } from '../../../core/narrative/letters';

/** The position before the letter of this number in a text, counted as `countLetters` does; null past the end. */
export function letterPosition(doc: ProseMirrorNode, letters: number): number | null {
  let left = letters;
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found !== null) return false;
    const text = node.isText ? (node.text ?? '') : node.type.name === 'fact' ? String(node.attrs.value) : '';
    const count = countLetters(text);
    if (count > left) found = pos + (node.isText ? offsetOf(text, left) : 0);
    left -= count;
    return true;
  });
  return found;
}

/** Where in a text this many letters stand before, and the white space behind them too. */
function offsetOf(text: string, letters: number): number {
  let offset = 0;
  let left = letters;
  for (const character of text) {
    const count = countLetters(character);
    if (left === 0 && count > 0) break;
    left -= count;
    offset += character.length;
  }
  return offset;
}

/** How many letters stand before a position. */
export function lettersBefore(doc: ProseMirrorNode, position: number): number {
  const text = doc.textBetween(0, position, ' ', (node) =>
    node.type.name === 'fact' ? String(node.attrs.value) : ' ',
  );
  return countLetters(text);
}
