import type { TextRange } from './textRange';

/** The Unicode rules for sentences are the same for the languages the coach knows. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a sentence goes on, whatever follows. */
const leadsOn =
  /(?:^|[\s(“"'])(?:e\.\s?g|i\.\s?e|dr|mr|mrs|ms|prof|st|vs|approx|fig|cf|gen|sen|rep|z\.\s?b|d\.\s?h|bzw|ca|u\.\s?a|evtl|ggf|\p{Lu})\.$/iu;
/** Abbreviations that may also end a sentence: they lead on only to a small letter or a digit. */
const mayEnd =
  /(?:^|[\s(])(?:inc|ltd|corp|co|etc|p\.\s?m|a\.\s?m|u\.s|u\.k|usw|mio|mrd|jan|feb|aug|sept?|oct|nov|dec)\.$/iu;
const beforeNumber = /(?:^|[\s(])(?:no|nr|art|p|pp|vol|ver|tel|approx|ca)\.$/iu;
const ordinal = /(?:^|\s)\d{1,2}\.$/u;
const germanMonth = /^(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

/** Splits a paragraph into sentences without the space between them; abbreviations do not end one. */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let open: TextRange | null = null;
  for (const { segment, index } of segmenter.segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const from = index + segment.indexOf(trimmed);
    const to = from + trimmed.length;
    if (open && goesOn(text.slice(Math.max(open.from, open.to - 24), open.to), trimmed)) open.to = to;
    else {
      open = { from, to };
      sentences.push(open);
    }
  }
  return sentences;
}

function goesOn(before: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next) || leadsOn.test(before)) return true;
  if (/^\d/u.test(next)) return beforeNumber.test(before) || mayEnd.test(before);
  return ordinal.test(before) && germanMonth.test(next);
}
