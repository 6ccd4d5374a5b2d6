import type { CoachDocument } from '../coachDocument';
import { anyOf } from './anyOf';
import type { CoachBlock } from './coachBlock';
import { meantDollar } from './currencies';
import type { FactPlace } from './factPlace';
import { nameKey } from './findNames';
import { findNumbers, type Quantity } from './findNumbers';
import type { TextRange } from './textRange';
import { type Told, toldBlocks } from './toldBlocks';
import { type PhraseList, splitWords } from './words';

/** Words that tell of a price. */
export interface PriceLists {
  free: PhraseList;
  price: PhraseList;
}

/** What customers pay; "free" counts as an amount, and any other has its currency behind it: "9 EUR". */
export interface Price extends FactPlace {
  amount: string;
  period: string;
  /** True when it is told as the price of the product, not as one of many sums or in passing. */
  isOffer: boolean;
}

const charges = anyOf(
  'the price is|priced at|we (?:will )?charge|(?:customers?|users?|they) (?:will )?pays?',
  'der Preis|Kunden zahlen',
);
const charging = new RegExp(String.raw`\b${charges}\b`, 'iu');
const offering =
  /\b(?:available (?:for|at|from)|pricing|subscription|membership|starts? at|starting at|Abo|ab)\b/iu;
const period =
  /\s?(?:a|per|each|every|\/|im|pro)\s?(?:month|year|week|day|user|seat|person|visit|use|Monat|Jahr)\b/iu;
/** Sections into which a text without headings falls as a whole. */
const mixed = new Set(['', 'heading', 'subheading', 'summary']);
/** A sentence with more sums than two tells what several things cost. */
const mostSums = 2;

/** Everything that says what customers pay, in reading order. */
export function findPrices(document: CoachDocument, lists: PriceLists): Price[] {
  const prices = toldBlocks(document).flatMap((told) => pricesIn(told, document, lists));
  const settle = settleDollar(prices);
  return prices.map((price) => ({ ...price, amount: settle(price.amount) }));
}

/** The amount of a value such as "US$9", comparable with these prices; null when it is no sum of money. */
export function amountOf(value: string, prices: readonly Price[]): string | null {
  const money = findNumbers(value).find(({ kind }) => kind === 'money');
  return money ? settleDollar(prices)(toAmount(money)) : null;
}

/** "$9" and "US$9" are one price where no other dollar is named. */
function settleDollar(prices: readonly Price[]): (amount: string) => string {
  const dollar = meantDollar(prices.map(({ amount }) => amount.split(' ')[1] ?? ''));
  return (amount) => (amount.endsWith(' $') ? `${amount.slice(0, -1)}${dollar}` : amount);
}

function toAmount({ value, currency }: Quantity): string {
  return value === 0 ? 'free' : `${value} ${currency}`;
}

function pricesIn(told: Told, document: CoachDocument, lists: PriceLists): Price[] {
  const { block, question } = told;
  const { prose, words } = block;
  const asksPrice = lists.price.has(question);
  if (!lists.free.has(prose, words) && !lists.price.has(prose, words) && !asksPrice) return [];
  const isAboutOffer = asksPrice || tellsOffer(block, document);
  return block.sentences.flatMap((sentence, index) => {
    const isAnswer = asksPrice && told.isOpening && index === 0;
    const sums = sumsIn(block, sentence, { lists, isAnswer });
    const isOffer = isAboutOffer && sums.length <= mostSums;
    return sums.map((sum) => ({ ...sum, isOffer }));
  });
}

function sumsIn(
  block: CoachBlock,
  sentence: TextRange,
  { lists: { free, price }, isAnswer }: { lists: PriceLists; isAnswer: boolean },
): Omit<Price, 'isOffer'>[] {
  const text = block.prose.slice(sentence.from, sentence.to);
  const place = ({ from, to }: TextRange) => ({
    block,
    range: { from: sentence.from + from, to: sentence.from + to },
  });
  const words = splitWords(text);
  const isPriced = isAnswer || price.has(text, words);
  if (isInternal(block) && !charging.test(text)) return [];
  const money = isPriced ? findNumbers(text).filter(({ kind }) => kind === 'money') : [];
  const paid = money.map((each) => ({
    ...place(each),
    amount: toAmount(each),
    period:
      period
        .exec(text.slice(each.to, each.to + 14))?.[0]
        .trim()
        .toLowerCase() ?? '',
  }));
  // "The first hundred are free; after that, each costs €2" tells both.
  const gratis = free.find(text, words).map((range) => ({ ...place(range), amount: 'free', period: '' }));
  return [...paid, ...gratis];
}

/**
 * What a nurse pays today is no price of the product. Sections say so; where the release stands in one piece, and
 * where an answer speaks of something else, the paragraph has to name the product or offer it.
 */
function tellsOffer(block: CoachBlock, { isSorted, names }: CoachDocument): boolean {
  const isUnsorted = block.part === 'release' && !isSorted && mixed.has(block.section);
  const isPlaced = block.part !== 'customerFaq' && !isUnsorted;
  const key = nameKey(names.product);
  const isNamed = key.length >= 3 && nameKey(block.text).includes(key);
  const isMeant = key.length < 3 && /\b(?:it|es)\b/iu.test(block.prose);
  return isPlaced || isNamed || isMeant || offering.test(block.prose);
}

/** Inside the company many sums are costs; only what customers are charged is a price. */
function isInternal({ part }: CoachBlock): boolean {
  return part === 'internalFaq' || part === 'plan';
}
