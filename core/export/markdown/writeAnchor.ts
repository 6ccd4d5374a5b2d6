import type { Html } from 'mdast';
import { anchorTag } from '../../import/markdown/dialect';

/** A place without words that links lead to; nothing for the name ''. */
export function writeAnchor(name: string): Html[] {
  if (name === '') return [];
  return [
    { type: 'html', value: anchorTag(name) },
    { type: 'html', value: '</a>' },
  ];
}
