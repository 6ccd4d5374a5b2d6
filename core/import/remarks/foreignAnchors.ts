import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import { type Anchor, anchorLimits } from '../../review/anchor';
import { createAnchor, type PositionRange } from '../../review/createAnchor';
import { commonAfter, commonBefore, type TextStretch } from '../../review/findQuote';
import { type PartText, positionAt } from '../../review/partText';
import { readDocText } from '../../review/readPartText';
import { LineTable } from './lineTable';

/** Where words of a text from outside ended up. */
export interface ForeignPlacement extends PositionRange {
  part: PartKey;
  anchor: Anchor;
}

/** How much of what stands around words is compared, in UTF-16 units. */
const surroundings = 80;
/** More places than this are not looked at: what stands everywhere is found nowhere. */
const mostPlaces = 500;

/**
 * Finds words of a text from outside again in the narrative that was made of it, whichever part they landed in.
 * `source` is that text, one line for each of its blocks.
 */
export class ForeignAnchors {
  readonly #source: string;
  readonly #parts: readonly (readonly [PartKey, PartText])[];
  readonly #lines: LineTable;

  constructor(source: string, content: NarrativeContent) {
    this.#source = source;
    this.#parts = partKeys.map((part) => [part, readDocText(content.parts[part])]);
    this.#lines = new LineTable(source, this.#parts);
  }

  /** Null where the words are not in the narrative, as labels that are only the title of a section. */
  place(stretch: TextStretch): ForeignPlacement | null {
    const { start, end } = this.#trim(stretch);
    const byLines = this.#findByLines({ start, end });
    if (byLines) return byLines;
    if (start < end)
      return (
        this.#find({ start, end }) ??
        this.#findLongestLine({ start, end }) ??
        this.#findWithoutLabel({ start, end })
      );
    return this.#findPlace(start);
  }

  /** An anchor for words that are not in the narrative: it keeps what is known of them. */
  lost({ start, end }: TextStretch): Anchor {
    const source = this.#source;
    return {
      part: 'release',
      section: '',
      item: '',
      from: null,
      to: null,
      quote: source.slice(start, Math.min(end, start + anchorLimits.quote)),
      before: source.slice(Math.max(0, start - anchorLimits.context), start),
      after: source.slice(end, end + anchorLimits.context),
    };
  }

  #trim({ start, end }: TextStretch): TextStretch {
    const words = this.#source.slice(start, end);
    const first = start + (words.length - words.trimStart().length);
    return first >= end ? { start, end: start } : { start: first, end: start + words.trimEnd().length };
  }

  /** Most lines arrive as they were, so that places in them are found by the lines alone. */
  #findByLines({ start, end }: TextStretch): ForeignPlacement | null {
    const first = this.#lines.follow(start);
    const last = this.#lines.follow(end);
    if (!first || !last || first.part !== last.part || first.offset > last.offset) return null;
    return this.#placed(first.part, first.offset, last.offset);
  }

  #placed(part: PartKey, start: number, end: number): ForeignPlacement | null {
    const text = this.#parts.find(([key]) => key === part)?.[1];
    if (!text) return null;
    const range = { from: positionAt(text, start), to: positionAt(text, end) };
    return { part, ...range, anchor: createAnchor(text, part, range) };
  }

  /** Of several places with these words, the one with the likest surroundings; of equal ones, that of equal rank. */
  #find({ start, end }: TextStretch, shift: TextStretch | null = null): ForeignPlacement | null {
    const words = this.#source.slice(start, end);
    const before = this.#source.slice(Math.max(0, start - surroundings), start);
    const after = this.#source.slice(end, end + surroundings);
    const rank = placesOf(this.#source.slice(0, end), words).length - 1;
    let best: { part: PartKey; at: number; score: number } | null = null;
    let seen = 0;
    for (const [part, text] of this.#parts) {
      for (const at of placesOf(text.text, words)) {
        const common = commonBefore(text.text, at, before) + commonAfter(text.text, at + words.length, after);
        const score = common * 2 + (seen === rank ? 1 : 0);
        if (!best || score > best.score) best = { part, at, score };
        seen += 1;
      }
    }
    if (!best) return null;
    const { part, at } = best;
    const within = shift ?? { start: 0, end: words.length };
    return this.#placed(part, at + within.start, at + within.end);
  }

  /** Words of several blocks may have been parted; the longest of their lines stands for all. */
  #findLongestLine({ start, end }: TextStretch): ForeignPlacement | null {
    const lines = linesOf(this.#source, start, end).sort((a, b) => b.end - b.start - (a.end - a.start));
    for (const line of lines.slice(0, 5)) {
      const found = this.#find(this.#trim(line));
      if (found) return found;
    }
    return null;
  }

  /** What words begin with, such as `Q:` or `Problem:`, is a label that the narrative may not need. */
  #findWithoutLabel({ start, end }: TextStretch): ForeignPlacement | null {
    const label = /^[^\n:.)]{1,40}[:.)]\s+/u.exec(this.#source.slice(start, end))?.[0];
    return label === undefined ? null : this.#find({ start: start + label.length, end });
  }

  /** A place between two words, by the words beside it in its line. */
  #findPlace(at: number): ForeignPlacement | null {
    const source = this.#source;
    const lineStart = source.lastIndexOf('\n', at - 1) + 1;
    const next = source.indexOf('\n', at);
    const lineEnd = next === -1 ? source.length : next;
    const around = [
      { start: Math.max(lineStart, at - 30), end: Math.min(lineEnd, at + 30) },
      { start: Math.max(lineStart, at - 30), end: at },
      { start: at, end: Math.min(lineEnd, at + 30) },
    ];
    for (const { start, end } of around) {
      const found = start < end && this.#find({ start, end }, { start: at - start, end: at - start });
      if (found) return found;
    }
    // An empty line: its place is after the words before it.
    return lineStart === 0 ? null : this.#findPlace(lineStart - 1);
  }
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  let at = words === '' ? -1 : text.indexOf(words);
  while (at !== -1 && places.length < mostPlaces) {
    places.push(at);
    at = text.indexOf(words, at + 1);
  }
  return places;
}

function linesOf(text: string, start: number, end: number): TextStretch[] {
  const lines: TextStretch[] = [];
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return lines;
}
