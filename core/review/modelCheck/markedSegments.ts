import { rangesOf, type TextRange } from '../../coach/reading/textRange';
import type { TermReader } from '../../thread/threadTerms';

/** A stretch of what somebody said: shared with the other side, differing from it, or telling nothing by itself. */
export interface Segment {
  text: string;
  kind: 'same' | 'differs' | 'plain';
}

/** Something in a text that the other side says, too, or does not. */
export interface Finding {
  range: TextRange;
  isSame: boolean;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;

/** The words of a text, as the readers of telling words part them. */
export const wholeWords = (text: string): TextRange[] => rangesOf(text, word);

/** The telling words of all these texts. */
export function termsOf(texts: readonly string[], readTerms: TermReader): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...readTerms(text).keys()]));
}

/** Whether a word is known to the other side; nothing for a word that tells nothing. */
export function findTerm(
  text: string,
  range: TextRange,
  { known, readTerms }: { known: ReadonlySet<string>; readTerms: TermReader },
): Finding[] {
  const terms = [...readTerms(text.slice(range.from, range.to)).keys()];
  return terms.length === 0 ? [] : [{ range, isSame: terms.some((term) => known.has(term)) }];
}

/** The whole text in stretches. The findings are in order and do not overlap. */
export function markedSegments(text: string, findings: readonly Finding[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const add = (to: number, kind: Segment['kind']) => {
    if (to > end) segments.push({ text: text.slice(end, to), kind });
    end = Math.max(end, to);
  };
  for (const { range, isSame } of findings) {
    add(range.from, 'plain');
    add(range.to, isSame ? 'same' : 'differs');
  }
  add(text.length, 'plain');
  return segments;
}
