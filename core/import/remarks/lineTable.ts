import type { PartKey } from '../../narrative/parts';
import type { PartText } from '../../review/partText';

/** A place in a part's text. */
export interface PlaceInPart {
  part: PartKey;
  offset: number;
}

/** Leads from lines of a text to the same lines in the parts of the narrative that was made of it. */
export class LineTable {
  /** Where each line of the source begins. */
  readonly #starts: number[] = [];
  /** Where it stands among lines that are equal to it. */
  readonly #ranks: number[] = [];
  readonly #source: readonly string[];
  readonly #counts = new Map<string, number>();
  readonly #places = new Map<string, PlaceInPart[]>();

  constructor(source: string, parts: readonly (readonly [PartKey, PartText])[]) {
    this.#source = source.split('\n');
    let at = 0;
    for (const line of this.#source) {
      const rank = this.#counts.get(line) ?? 0;
      this.#starts.push(at);
      this.#ranks.push(rank);
      this.#counts.set(line, rank + 1);
      at += line.length + 1;
    }
    for (const [part, text] of parts) {
      for (const { start, length } of text.lines) {
        const line = text.text.slice(start, start + length);
        const places = this.#places.get(line);
        if (places) places.push({ part, offset: start });
        else this.#places.set(line, [{ part, offset: start }]);
      }
    }
  }

  /**
   * Where an offset of the source is now; null where its line is empty, arrived changed, or stands another number of
   * times than it did.
   */
  follow(offset: number): PlaceInPart | null {
    const index = this.#lineAt(offset);
    const line = this.#source[index] ?? '';
    const places = this.#places.get(line);
    if (line === '' || !places || places.length !== this.#counts.get(line)) return null;
    // Equal lines in several parts may stand in another order now.
    if (places.some(({ part }) => part !== places[0]?.part)) return null;
    const place = places[this.#ranks[index] ?? 0];
    return place ? { part: place.part, offset: place.offset + offset - (this.#starts[index] ?? 0) } : null;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
