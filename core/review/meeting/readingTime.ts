import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { countPartWords } from '../../narrative/partState';
import type { PartKey } from '../../narrative/parts';

/** Slower than reading for oneself: people read with a pen in hand. Six pages take some 25 minutes. */
const wordsPerMinute = 130;
const fewestMinutes = 5;
/** More than this in silence, and nobody has time left to talk. */
const mostMinutes = 30;

/** How long a text is to be read in silence. */
export interface ReadingTime {
  words: number;
  minutes: number;
  /** True where it is more than one meeting can read. */
  isTooLong: boolean;
}

/** How long these parts take to read, each word once. */
export function readingTime(content: NarrativeContent, parts: readonly PartKey[]): ReadingTime {
  const words = parts.reduce((sum, part) => sum + countPartWords(content, part), 0);
  const minutes = Math.max(fewestMinutes, Math.ceil(words / wordsPerMinute));
  return { words, minutes, isTooLong: minutes > mostMinutes };
}
