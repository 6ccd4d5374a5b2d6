import type { Finding } from '../api/shapes';
import { plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

type Place = Pick<Finding, 'part' | 'section' | 'quote' | 'from' | 'to'>;

/**
 * Words of a node inside a manual as a finding points at them: `words`, the first time they stand there, or its first
 * line. A node without words, or without these, is the manual as a whole.
 */
export function placeInManual(manual: RichNode, node: RichNode, words = firstLine(node)): Place {
  const section = stringAttr(manual, 'id');
  const inside = words === '' ? -1 : plainText(node).indexOf(words);
  const start = inside === -1 ? null : offsetIn(manual, node);
  if (start === null) return { part: 'manuals', section, quote: '', from: 0, to: 0 };
  const whole = plainText(manual);
  const from = start + inside - (whole.length - whole.trimStart().length);
  return { part: 'manuals', section, quote: words, from, to: from + words.length };
}

function firstLine(node: RichNode): string {
  return plainText(node).trim().split('\n')[0]?.trim() ?? '';
}

/** Where the plain text of a node begins in that of a node around it; null when it does not stand there. */
function offsetIn(around: RichNode, node: RichNode): number | null {
  if (around === node) return 0;
  let at = 0;
  for (const child of around.content ?? []) {
    const inside = offsetIn(child, node);
    if (inside !== null) return at + inside;
    const { length } = plainText(child);
    if (length > 0) at += length + 1;
  }
  return null;
}
