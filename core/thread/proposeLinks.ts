import { endKey } from './itemEnds';
import type { ThreadEnd } from './threadEnd';
import type { TermReader, Terms } from './threadTerms';

/** An end that is perhaps about a promise, with the words that say so. */
export interface Proposal {
  end: ThreadEnd;
  /** The most telling words that both have, as the promise writes them, in its order. */
  shared: string[];
  /** How telling they are together; only good for comparing. */
  score: number;
}

export interface Proposer {
  /** The ends that share the most telling words with a promise, best first; `known` are keys that are settled. */
  propose(words: string, known: ReadonlySet<string>, limit?: number): Proposal[];
  /** What a promise's words share with one end; null where that is too little to ask about. */
  compare(words: string, end: ThreadEnd): Proposal | null;
}

/** How long a word must be to tell by itself, if hardly any other end has it. */
const longWord = 8;
/** Share of all ends up to which a word is rare enough to tell. */
const rareShare = 0.1;
/** Among few ends, this many may have a rare word. */
const rareAtLeast = 3;
const shownWords = 4;

/** Compares promises with these ends by their words. It only asks, and never writes a link. */
export function createProposer(ends: readonly ThreadEnd[], readTerms: TermReader): Proposer {
  const byStem = new Map<string, ThreadEnd[]>();
  for (const end of ends) for (const stem of readTerms(end.text).keys()) add(byStem, stem, end);
  const order = new Map(ends.map((end, index) => [end, index]));
  const rareUpTo = Math.max(rareAtLeast, ends.length * rareShare);
  const spread = (stem: string) => byStem.get(stem)?.length ?? 0;
  const isRare = (stem: string) => spread(stem) <= rareUpTo;
  const weightOf = (stem: string) => Math.log(1 + ends.length / Math.max(1, spread(stem)));

  function weigh(terms: Terms, end: ThreadEnd): Proposal | null {
    const own = readTerms(end.text);
    const shared = [...terms.keys()]
      .filter((stem) => own.has(stem) && isRare(stem))
      .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1));
    const isTelling = shared.some((stem) => spread(stem) <= 1 && (terms.get(stem) ?? '').length >= longWord);
    if (shared.length < 2 && !isTelling) return null;
    return {
      end,
      shared: inReadingOrder(terms, shared.slice(0, shownWords)),
      score: shared.reduce((sum, stem) => sum + weightOf(stem), 0),
    };
  }

  return {
    compare: (words, end) => weigh(readTerms(words), end),
    propose(words, known, limit = 3) {
      const terms = readTerms(words);
      const touched = new Set([...terms.keys()].filter(isRare).flatMap((stem) => byStem.get(stem) ?? []));
      return [...touched]
        .filter((end) => !known.has(endKey(end)))
        .flatMap((end) => weigh(terms, end) ?? [])
        .sort((a, b) => b.score - a.score || placeOf(order, a) - placeOf(order, b))
        .slice(0, limit);
    },
  };
}

function inReadingOrder(terms: Terms, stems: readonly string[]): string[] {
  return [...terms].flatMap(([stem, word]) => (stems.includes(stem) ? [word] : []));
}

const placeOf = (order: ReadonlyMap<ThreadEnd, number>, { end }: Proposal) => order.get(end) ?? 0;

function add(byStem: Map<string, ThreadEnd[]>, stem: string, end: ThreadEnd): void {
  const known = byStem.get(stem);
  if (known) known.push(end);
  else byStem.set(stem, [end]);
}
