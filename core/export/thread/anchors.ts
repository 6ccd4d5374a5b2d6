import { anchorPrefix } from '../../import/markdown/dialect';
import type { PartKey } from '../../narrative/parts';
import type { EndKind } from '../../thread/threadLink';

/** What links of an export can lead to: ends of the thread, and what ties them together. */
export type AnchorKind = EndKind | 'promise' | 'useCase' | 'manual' | 'section' | 'row';

/**
 * The name that a thing has in an export: letters, digits and hyphens, at most 40, beginning with a letter. Ids are
 * anybody's text, so names are made of their hash.
 */
export function anchorName(kind: AnchorKind, id: string): string {
  return `${anchorPrefix}${kind.toLowerCase()}-${hash(id, 0x811c9dc5)}${hash(id, 0x1000193)}`;
}

/** What a section is known by: its part, the id of the manual it stands in ('' elsewhere), and its key. */
export const sectionId = (part: PartKey, manual: string, key: string): string => `${part} ${manual} ${key}`;

/** FNV-1a, as eight hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Gives each thing its name once: what stands in two places is led to where it stands first. */
export class Anchors {
  private readonly taken = new Set<string>();

  /** Names are given only where links can be followed; else every name but that of a section is ''. */
  constructor(private readonly isLinked: boolean) {}

  /** The name; '' for a thing without an id, and for the second of two that have one id. */
  take(kind: AnchorKind, id: string): string {
    // A section has no heading of its own everywhere: its name is all that a file that comes back knows it by.
    if ((!this.isLinked && kind !== 'section') || id === '') return '';
    const name = anchorName(kind, id);
    if (this.taken.has(name)) return '';
    this.taken.add(name);
    return name;
  }
}
