import { currencyCodes, currencyOf } from './currencies';
import { rangesOf, type TextRange, touchesAny } from './textRange';
import { wordSet } from './wordSet';

export type NumberKind = 'money' | 'percent' | 'multiple' | 'share' | 'worded' | 'count';

/** A number that says how much of something; years, dates, times, versions and names are not among them. */
export interface Quantity extends TextRange {
  kind: NumberKind;
  value: number;
  /** The word after a count, in small letters: "hours" in "3 hours". */
  unit: string;
  /** Code of the currency of a sum, such as EUR; '' for anything that is no money. */
  currency: string;
}

const digits = String.raw`\d{1,15}(?:[.,\u00a0\u202f']\d{1,15}){0,5}`;
const scales = 'k|m|bn|thousand|million|billion|tausend|Millionen?|Milliarden?|Mio\\.?|Mrd\\.?';
/** The pieces of a number in figures, in the order in which they are written. */
const figures = [
  // Not inside a word, a date, a version or another number.
  String.raw`(?<![\p{L}\p{N}.,:/#_\-–]|\d )(?!0\d)`,
  String.raw`(?<before>(?:US|AU|CA)?[$£€¥]|(?:${currencyCodes})\s)?\s?`,
  String.raw`(?<number>${digits})(?:\s?[-–]\s?${digits})?`,
  String.raw`(?<scale>(?:\s?(?:${scales})(?![\p{L}\p{N}]))?)(?<plus>\+)?`,
  String.raw`(?<after>\s?(?:%|percent\b|per cent\b|Prozent\b`,
  String.raw`|[€£$]|(?:${currencyCodes}|euros?|dollars?|pounds?)\b)`,
  String.raw`|\s?[x×](?![\p{L}\p{N}])|[ -]times\b)?`,
  String.raw`(?<unit>[ \u00a0-]{1,2}[\p{L}]{2,30}(?:[ ][\p{L}]{3,30})?)?`,
];
const pattern = new RegExp(figures.join(''), 'giu');
const numberWords: ReadonlyMap<string, number> = new Map(
  (
    'two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 fourteen 14 ' +
    'fifteen 15 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 ninety 90 hundred 100 zwei 2 drei 3 ' +
    'vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 zwölf 12 zwanzig 20 dreißig 30'
  )
    .match(/\p{L}+ \d+/gu)
    ?.map((pair) => [pair.split(' ')[0] ?? '', Number(pair.split(' ')[1])]),
);
const wordedUnits = [
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|times|steps?|clicks?|taps?',
  'people|households|customers|pounds|euros?|dollars',
  'Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|Mal|Euro',
].join('|');
const wordPattern = new RegExp(
  String.raw`(?<!\p{L})(?<number>${[...numberWords.keys()].join('|')})[ -](?<unit>${wordedUnits})(?!\p{L})`,
  'giu',
);
/** "71 of 120 homes" is one quantity: it says how many were counted. */
const whole = String.raw`\d{1,3}(?:[.,\u00a0\u202f]\d{3}){1,2}|\d{1,7}`;
const share = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<part>${whole}) (?:of|in|out of|von) (?:the |its |their |den )?` +
    String.raw`(?<whole>${whole})(?!\d)(?: \p{L}{2,30})?`,
  'giu',
);
/** "One in nine", "two thirds of": shares in words. */
const wordedShare = new RegExp(
  String.raw`(?<!\p{L})(?:(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?` +
    '(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred)' +
    String.raw`|(?:an?|one|two|three|four) (?:third|quarter|fifth|sixth|eighth|tenth)s? of)(?!\p{L})`,
  'giu',
);
const months = /^(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[\p{L}]*/iu;
const notUnits = wordSet('and or to of in on at for by is are was as the und oder bis im am ist');
const clock = /^(?:am|pm|a\.m|p\.m|uhr|o'clock|o’clock|et|utc|gmt|cet)$/iu;

/** Numbers with a unit in a text, in order. */
export function findNumbers(text: string): Quantity[] {
  const found = [...text.matchAll(pattern)].flatMap((match) => readDigits(match));
  const worded = [...text.matchAll(wordPattern)].map((match) => readWords(match));
  const shares = [...text.matchAll(share)].filter(isShare).map((match) => readShare(match));
  const told = rangesOf(text, wordedShare).map((range): Quantity => {
    return { ...range, kind: 'share', value: 10, unit: '', currency: '' };
  });
  const others = [...found, ...worded].filter((number) => !touchesAny(number, shares));
  return [...others, ...shares, ...told].sort((a, b) => a.from - b.from);
}

/** "71 of 120" is a share; "9 in 2026" is not. */
function isShare({ groups }: RegExpMatchArray): boolean {
  return (
    wholeNumber(groups?.part) <= wholeNumber(groups?.whole) && !/^(?:19|20)\d\d$/u.test(groups?.whole ?? '')
  );
}

/** "1,870" and "1.870" are whole numbers here. */
function wholeNumber(written = ''): number {
  return Number(written.replace(/\D/gu, ''));
}

/** The value of a share is how many were counted in all. */
function readShare(match: RegExpMatchArray): Quantity {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  return { from, to, kind: 'share', value: wholeNumber(match.groups?.whole), unit: '', currency: '' };
}

function readWords(match: RegExpMatchArray): Quantity {
  const from = match.index ?? 0;
  const { number = '', unit = '' } = match.groups ?? {};
  const value = numberWords.get(number.toLowerCase()) ?? 0;
  const to = from + match[0].length;
  return { from, to, kind: 'worded', value, unit: unit.toLowerCase(), currency: '' };
}

function readDigits(match: RegExpMatchArray): Quantity[] {
  const { before = '', number = '', scale: scaled = '', after = '', unit = '' } = match.groups ?? {};
  const kind = kindOf(before, after);
  const space = match[0].length - match[0].trimStart().length;
  const from = (match.index ?? 0) + space;
  const to = (match.index ?? 0) + match[0].length - (kind === 'count' ? 0 : unit.length);
  const word = (unit.trim().split(/[\s-]/u)[0] ?? '').toLowerCase();
  if (kind === 'count' && !isUnit({ number, scaled, word })) return [];
  return [
    {
      from,
      to: kind === 'count' ? endOfUnit(to, unit) : to,
      kind,
      value: toValue(number, scaled),
      unit: word,
      currency: kind === 'money' ? currencyOf(before === '' ? after : before) : '',
    },
  ];
}

function endOfUnit(to: number, unit: string): number {
  const first = /^[ \u00a0-]{1,2}[\p{L}]+/u.exec(unit)?.[0] ?? unit;
  return to - unit.length + first.length;
}

function kindOf(before: string, after: string): NumberKind {
  if (before !== '') return 'money';
  const trimmed = after.trim().toLowerCase();
  if (/^(?:%|percent|per cent|prozent)$/u.test(trimmed)) return 'percent';
  if (/^(?:[x×]|times|-times)$/u.test(trimmed)) return 'multiple';
  return trimmed === '' ? 'count' : 'money';
}

interface Counted {
  number: string;
  scaled: string;
  word: string;
}

function isUnit({ number, scaled, word }: Counted): boolean {
  if (scaled.trim() !== '') return true;
  if (word === '' || clock.test(word) || months.test(word)) return false;
  return !notUnits.has(word) && !/^(?:19|20)\d\d$/u.test(number);
}

function toValue(number: string, scaled: string): number {
  const plain = number
    .replace(/[\u00a0\u202f']/gu, '')
    .replace(/[.,](?=\d{3}(?!\d))/gu, '')
    .replace(',', '.');
  const factor = scaled.trim().toLowerCase();
  if (/^(?:k|thousand|tausend)$/u.test(factor)) return Number.parseFloat(plain) * 1e3;
  if (/^(?:m|mio\.?|million(?:en)?)$/u.test(factor)) return Number.parseFloat(plain) * 1e6;
  return Number.parseFloat(plain) * (factor === '' ? 1 : 1e9);
}
