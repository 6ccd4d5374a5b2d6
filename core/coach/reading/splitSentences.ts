import { anyOf } from './anyOf';
import type { TextRange } from './textRange';

/** The Unicode rules for sentences are the same for the languages the coach knows. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a sentence goes on, whatever follows. */
const leadsOnWords = anyOf(
  String.raw`e\.\s?g|i\.\s?e|dr|mr|mrs|ms|prof|st|vs|approx|fig|cf|gen|sen|rep|z\.\s?b|d\.\s?h|bzw|ca`,
  String.raw`u\.\s?a|evtl|ggf|\p{Lu}`,
);
const leadsOn = new RegExp(String.raw`(?:^|[\s(“"'])${leadsOnWords}\.$`, 'iu');
/** Abbreviations that may also end a sentence: they lead on only to a small letter or a digit. */
const mayEndWords = anyOf(
  String.raw`inc|ltd|corp|co|etc|p\.\s?m|a\.\s?m|u\.s|u\.k|usw|mio|mrd|jan|feb|aug|sept?|oct|nov|dec`,
);
const mayEnd = new RegExp(String.raw`(?:^|[\s(])${mayEndWords}\.$`, 'iu');
const beforeNumber = /(?:^|[\s(])(?:no|nr|art|p|pp|vol|ver|tel|approx|ca)\.$/iu;
const ordinal = /(?:^|\s)\d{1,2}\.$/u;
const germanMonth = /^(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

/** Splits a paragraph into sentences without the space between them; abbreviations do not end one. */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let open: TextRange | null = null;
  for (const { segment, index, isCut } of segments(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const from = index + segment.indexOf(trimmed);
    const to = from + trimmed.length;
    if (open && (isCut || goesOn(text.slice(Math.max(open.from, open.to - 24), open.to), trimmed)))
      open.to = to;
    else {
      open = { from, to };
      sentences.push(open);
    }
  }
  return sentences;
}

/** Longest stretch that is read at once: the time the segmenter takes grows with the square of it. */
const windowLetters = 4000;

/** The sentences of each window; the first of a window that begins in the middle of a sentence is cut off. */
function* segments(text: string): Generator<{ segment: string; index: number; isCut: boolean }> {
  let isCut = false;
  for (let from = 0; from < text.length; ) {
    const part = text.slice(from, from + windowLetters);
    const ends = from + part.length >= text.length;
    const last = ends ? part.length : lastEnd(part);
    const length = last === 0 ? part.length : last;
    for (const { segment, index } of segmenter.segment(part.slice(0, length))) {
      yield { segment, index: from + index, isCut: isCut && index === 0 };
    }
    isCut = !ends && last === 0;
    from += length;
  }
}

/** Behind the last full stop that space follows, or its like in scripts without space; 0 when there is none. */
function lastEnd(part: string): number {
  for (let at = part.length - 1; at > 0; at -= 1) {
    if (/[。！？\n]/u.test(part[at - 1] ?? '')) return at;
    if (/[.!?”"]/u.test(part[at - 1] ?? '') && /\s/u.test(part[at] ?? '')) return at + 1;
  }
  return 0;
}

function goesOn(before: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next) || leadsOn.test(before)) return true;
  if (/^\d/u.test(next)) return beforeNumber.test(before) || mayEnd.test(before);
  return ordinal.test(before) && germanMonth.test(next);
}
