import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import { isBlank } from '../../narrative/plainText';
import type { PartText } from '../partText';

/** What people in a room call the parts that they read: A, B, C, in the order of the reading copy on paper. */
export function partLetters(content: NarrativeContent, parts: readonly PartKey[]): Map<PartKey, string> {
  const written = partKeys.filter((part) => parts.includes(part) && !isBlank(content.parts[part]));
  return new Map(written.map((part, index) => [part, String.fromCodePoint(0x41 + index)]));
}

/** A paragraph as people name it aloud; the sign tells it from the lines that paper counts. */
export const paragraphLabel = (letter: string, paragraph: number): string => `${letter} ¶${paragraph}`;

/** Where each paragraph with words begins, as ProseMirror counts; the first one is number 1. */
export function paragraphStarts({ lines }: PartText): number[] {
  return lines.filter(({ length }) => length > 0).map(({ from }) => from);
}

/** The number of the paragraph at a position; null before the first one. */
export function paragraphAt(starts: readonly number[], position: number): number | null {
  const count = starts.findLastIndex((start) => start <= position) + 1;
  return count === 0 ? null : count;
}
