import type { TextRange } from './textRange';
import { wordSet } from './wordSet';

/** A run of capitalised words. */
export interface ProperName extends TextRange {
  text: string;
}

const word = String.raw`\p{Lu}[\p{L}\p{N}]{0,40}(?:['’-][\p{L}\p{N}]{1,40}){0,3}!?`;
/** "3-D Secure" and "7-Eleven" are names whose first word is half a number. */
const numbered = String.raw`\d{1,4}-?\p{Lu}[\p{L}\p{N}]{0,20}`;
const inner = String.raw`[\p{Ll}]{1,12}\p{Lu}[\p{L}\p{N}]{1,40}`;
const runPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${word}|${inner}|${numbered})(?:[ \u00a0](?:${word})){0,5}`,
  'gu',
);

/** Words that begin sentences so often that a capital letter says nothing. */
const openers = wordSet(
  'the a an this that these those it its they their there here when where while if with without for',
  'from in on at by to and but or so as we our you your i my he she his her one two three most many',
  'some few all each every no not until before after since today now then once because how what who',
  'why which is are do does can will may only even still both also instead another last next more',
  'less people customers users teams households der die das ein eine mit für wenn wer was wie und',
  'aber es sie wir ich nach bei von zu im in am heute jetzt',
);

/**
 * Names as far as capitals tell: runs of capitalised words, a first word of a sentence left out where it is
 * an everyday word or stands alone. A text set in title case or in capitals has no names to tell apart; `whole`
 * is what to judge that by where the text itself is only the part of it that nobody quotes.
 */
export function findNames(text: string, sentences: readonly TextRange[], whole = text): ProperName[] {
  if (isTitleCase(whole)) return [];
  const starts = new Set(sentences.map(({ from }) => from));
  return [...text.matchAll(runPattern)].flatMap((match) => {
    const name = withoutOpener(match[0], match.index);
    if (!name) return [];
    const isAlone =
      starts.has(name.from) && !/[ \u00a0]/u.test(name.text) && !/\p{Ll}\p{Lu}|!/u.test(name.text);
    return isAlone ? [] : [name];
  });
}

function withoutOpener(run: string, from: number): ProperName | null {
  const [first = '', ...others] = run.split(/[ \u00a0]/u);
  if (!openers.has(first.toLowerCase())) return { from, to: from + run.length, text: run };
  const text = others.join(' ');
  return text === '' ? null : { from: from + first.length + 1, to: from + run.length, text };
}

/** True for a headline in which most longer words begin with a capital. */
export function isTitleCase(text: string): boolean {
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  const capital = longer.filter((each) => /^\p{Lu}/u.test(each)).length;
  return longer.length >= 4 && capital / longer.length > 0.6;
}

/** What two ways to write one name have in common. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
