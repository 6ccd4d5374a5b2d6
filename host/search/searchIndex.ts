import type { NarrativeId } from '../../core/narrative/meta';
import type { PartKey } from '../../core/narrative/parts';
import { foldWord, wordsOf } from './terms';

export interface IndexedPlace {
  id: NarrativeId;
  part: PartKey;
}

interface Slot extends IndexedPlace {
  /** Lower comes first among equally good places. */
  order: number;
}

/** One letter would match nearly every text, so it has to be the whole word. */
const shortestPrefix = 2;
/** Slots given up before the lists are cleared of them. */
const mostGaps = 20_000;

/**
 * Which parts of which narratives hold which words: for each word the numbers of its places, and no text, so
 * that ten thousand narratives take some tens of megabytes. A general search library took ten times that.
 */
export class SearchIndex {
  readonly #places = new Map<string, number[]>();
  /** A gap is a place that was rewritten or removed; its number stays in the lists until they are cleared. */
  #slots: (Slot | null)[] = [];
  readonly #slotsOf = new Map<NarrativeId, number[]>();
  #gaps = 0;
  #nextFirst = -1;
  #nextLast = 1;

  /** Takes in a narrative, in place of what was known of it; `rank` says where it stands among equals. */
  put(id: NarrativeId, texts: readonly { part: PartKey; text: string }[], rank: 'first' | 'last'): void {
    this.remove(id);
    const order = rank === 'first' ? this.#nextFirst-- : this.#nextLast++;
    const numbers = texts
      .filter(({ text }) => text !== '')
      .map(({ part, text }) => this.#add({ id, part, order }, text));
    this.#slotsOf.set(id, numbers);
  }

  remove(id: NarrativeId): void {
    const numbers = this.#slotsOf.get(id) ?? [];
    for (const number of numbers) this.#slots[number] = null;
    this.#slotsOf.delete(id);
    this.#gaps += numbers.length;
    if (this.#gaps > mostGaps) this.#closeGaps();
  }

  /** Places that hold every word of the query or a word that begins with it; whole words first, then by rank. */
  find(query: string): IndexedPlace[] {
    const terms = [...new Set(wordsOf(query).map(foldWord))];
    if (terms.length === 0) return [];
    const reached = new Uint16Array(this.#slots.length);
    const whole = new Uint16Array(this.#slots.length);
    for (const [step, term] of terms.entries()) this.#mark(term, step, { reached, whole });
    const found: (Slot & { whole: number })[] = [];
    this.#slots.forEach((slot, number) => {
      if (slot && reached[number] === terms.length) found.push({ ...slot, whole: whole[number] ?? 0 });
    });
    return found.sort((a, b) => b.whole - a.whole || a.order - b.order);
  }

  #add(slot: Slot, text: string): number {
    const number = this.#slots.push(slot) - 1;
    for (const word of new Set(wordsOf(text).map(foldWord))) {
      const places = this.#places.get(word);
      if (places) places.push(number);
      else this.#places.set(word, [number]);
    }
    return number;
  }

  /** Moves on the places that have reached this step and hold the term. */
  #mark(term: string, step: number, { reached, whole }: { reached: Uint16Array; whole: Uint16Array }): void {
    const advance = (number: number): void => {
      if (reached[number] === step) reached[number] = step + 1;
    };
    for (const number of this.#places.get(term) ?? []) {
      advance(number);
      whole[number] = (whole[number] ?? 0) + 1;
    }
    if (term.length < shortestPrefix) return;
    // Going through all words takes a few milliseconds; keeping them sorted would cost at every change.
    for (const [word, places] of this.#places) {
      if (word.startsWith(term)) places.forEach(advance);
    }
  }

  #closeGaps(): void {
    const renumbered = new Map<number, number>();
    const slots: Slot[] = [];
    this.#slots.forEach((slot, number) => {
      if (slot) renumbered.set(number, slots.push(slot) - 1);
    });
    const renumber = (numbers: readonly number[]) =>
      numbers.map((number) => renumbered.get(number)).filter((number) => number !== undefined);
    for (const [word, places] of this.#places) {
      const kept = renumber(places);
      if (kept.length === 0) this.#places.delete(word);
      else this.#places.set(word, kept);
    }
    for (const [id, numbers] of this.#slotsOf) this.#slotsOf.set(id, renumber(numbers));
    this.#slots = slots;
    this.#gaps = 0;
  }
}
