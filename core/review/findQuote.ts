import type { Anchor } from './anchor';
import { type PartText, sectionAt } from './partText';

/** A stretch of a part's text, by its offsets. */
export interface TextStretch {
  start: number;
  end: number;
}

/** With fewer characters in common, quote and surroundings together, a short quote may be anywhere by chance. */
const enough = 8;
/** More places than this are not looked at: what stands everywhere is found nowhere. */
const mostPlaces = 2000;

/**
 * Where an anchor's words stand, by what stands around them; null where they are gone. Spaces, dashes and
 * quotation marks may have been written in another way.
 */
export function findQuote(text: PartText, anchor: Anchor): TextStretch | null {
  const found = best(text, text.text, anchor) ?? best(text, foldedText(text), foldAnchor(anchor));
  return found ?? (anchor.quote === '' ? best(text, text.text, closer(anchor)) : null);
}

/** A place by what stands right beside it, when something further away has changed. */
function closer({ before, after, ...anchor }: Anchor): Anchor {
  return { ...anchor, before: before.slice(-enough), after: after.slice(0, enough) };
}

function best(text: PartText, words: string, anchor: Anchor): TextStretch | null {
  const { quote, before, after } = anchor;
  // A place without words is looked for by its surroundings alone, all of them.
  const searched = quote === '' ? before + after : quote;
  if (searched === '') return null;
  const shift = quote === '' ? before.length : 0;
  let found: TextStretch | null = null;
  let highest = -1;
  let at = words.indexOf(searched);
  for (let places = 0; at >= 0 && places < mostPlaces; places += 1) {
    const start = at + shift;
    const end = start + quote.length;
    const common = commonBefore(words, start, before) + commonAfter(words, end, after);
    const isEnough = quote.length + common >= enough || common === before.length + after.length;
    const isInSection = sectionAt(text, start) === anchor.section;
    const score = 2 * common + (isInSection ? 1 : 0);
    if (isEnough && score > highest) {
      highest = score;
      found = { start, end };
    }
    at = words.indexOf(searched, at + 1);
  }
  return found;
}

/** How many characters before an offset are the same as the last ones of `before`. */
export function commonBefore(words: string, offset: number, before: string): number {
  let count = 0;
  while (count < before.length && count < offset && words[offset - 1 - count] === before.at(-1 - count))
    count += 1;
  return count;
}

/** How many characters from an offset on are the same as the first ones of `after`. */
export function commonAfter(words: string, offset: number, after: string): number {
  let count = 0;
  while (count < after.length && offset + count < words.length && words[offset + count] === after[count])
    count += 1;
  return count;
}

/** One way to write what programs write in several; every character stays one, so that offsets hold. */
const fold = (words: string): string =>
  words
    .replace(/\s/gu, ' ')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐-―]/gu, '-');

const folded = new WeakMap<PartText, string>();

/** Folded once for all anchors of a text. */
function foldedText(text: PartText): string {
  const known = folded.get(text) ?? fold(text.text);
  folded.set(text, known);
  return known;
}

function foldAnchor(anchor: Anchor): Anchor {
  const { quote, before, after } = anchor;
  return { ...anchor, quote: fold(quote), before: fold(before), after: fold(after) };
}
