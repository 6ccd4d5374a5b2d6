import { currencyOf } from '../../coach/reading/currencies';
import { findNumbers, type Quantity } from '../../coach/reading/findNumbers';
import { rangesOf, type TextRange } from '../../coach/reading/textRange';

/** A sum of money as somebody wrote it; '' for what they left open. */
export interface Sum extends TextRange {
  value: number;
  /** Code such as GBP, or '$' for any dollar. */
  currency: string;
  /** What it is paid for, such as "month". */
  period: string;
}

const gratis = /(?<!\p{L})(?:free(?: of charge)?|for nothing|no cost|gratis|kostenlos|umsonst)(?!\p{L})/giu;
const plainNumber = /(?<![\p{L}\p{N}.,])\d{1,9}(?:[.,]\d{1,2})?(?![\p{L}\p{N}])/gu;
const sumUnits = /^(?:pounds?|euros?|dollars?)$/iu;
const periods: readonly (readonly [RegExp, string])[] = [
  [/^\s?(?:(?:a|per|each|every|im|pro|\/)\s?(?:month|mo\b|monat)|monthly|monatlich)/iu, 'month'],
  [/^\s?(?:(?:a|per|each|every|im|pro|\/)\s?(?:year|jahr)|yearly|annually|jährlich)/iu, 'year'],
  [/^\s?(?:(?:a|per|each|every|pro|\/)\s?(?:week|woche)|weekly)/iu, 'week'],
  [/^\s?(?:(?:a|per|each|every|pro|\/)\s?(?:day|tag)|daily)/iu, 'day'],
  [/^\s?(?:a|per|each|every|pro|\/)\s?(?:user|seat|person)/iu, 'person'],
  [/^\s?(?:a|per|each|every|pro|\/)\s?(?:visit|use)/iu, 'use'],
];

/** Every sum in a text, in order. A text with nothing but one bare number names a sum without a currency. */
export function readSums(text: string): Sum[] {
  const paid = findNumbers(text).flatMap((number) => toSum(text, number));
  const free = rangesOf(text, gratis).map((range) => ({ ...range, value: 0, currency: '', period: '' }));
  const sums = [...paid, ...free].sort((a, b) => a.from - b.from);
  if (sums.length > 0) return sums;
  const bare = rangesOf(text, plainNumber);
  const [only] = bare;
  if (!only || bare.length > 1) return [];
  const value = Number(text.slice(only.from, only.to).replace(',', '.'));
  return [{ ...only, value, currency: '', period: periodAfter(text, only.to) }];
}

/** True where two people who say this mean the same sum; what one of them leaves open may be anything. */
export function isSameSum(a: Sum, b: Sum): boolean {
  if (a.value !== b.value) return false;
  return a.value === 0 || (isSameCurrency(a.currency, b.currency) && agree(a.period, b.period));
}

/** Of prices that tell the same, the first. */
export function distinctSums<T extends { sums: readonly Sum[] }>(prices: readonly T[]): T[] {
  const same = (a: T, b: T) =>
    a.sums.length === b.sums.length &&
    a.sums.every((sum, index) => {
      const other = b.sums[index];
      return other !== undefined && isSameSum(sum, other);
    });
  return prices.filter((price, index) => !prices.slice(0, index).some((earlier) => same(earlier, price)));
}

function toSum(text: string, { from, to, kind, value, unit, currency }: Quantity): Sum[] {
  if (kind === 'money') return [{ from, to, value, currency, period: periodAfter(text, to) }];
  const isWorded = kind === 'worded' && sumUnits.test(unit);
  return isWorded ? [{ from, to, value, currency: currencyOf(unit), period: periodAfter(text, to) }] : [];
}

function periodAfter(text: string, at: number): string {
  const after = text.slice(at, at + 24);
  return periods.find(([pattern]) => pattern.test(after))?.[1] ?? '';
}

const agree = (a: string, b: string): boolean => a === b || a === '' || b === '';

/** A bare dollar is any dollar. */
function isSameCurrency(a: string, b: string): boolean {
  const isDollar = (code: string) => code === '$' || /^(?:USD|AUD|CAD|HKD|NZD|SGD|TWD)$/.test(code);
  return agree(a, b) || ((a === '$' || b === '$') && isDollar(a) && isDollar(b));
}
