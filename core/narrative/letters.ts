import { printable } from '../import/printable';

/**
 * Letters of a text without its white space and without what cannot be printed, in UTF-16 units: what a place in a
 * printed text and the same place in the editor have in common.
 */
export function countLetters(text: string): number {
  return printable(text).replace(/\s+/gu, '').length;
}
