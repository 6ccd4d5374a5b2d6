import { findLaunchDay, findLaunchMonth } from '../../check/launchDay';
import type { CoachDocument } from '../coachDocument';
import { anyOf } from './anyOf';
import type { CoachBlock } from './coachBlock';
import type { CoachPiece } from './coachPiece';
import { meantDollar } from './currencies';
import { findNumbers, type Quantity } from './findNumbers';
import type { TextRange } from './textRange';
import { type PhraseList, splitWords } from './words';

export interface FactLists {
  free: PhraseList;
  price: PhraseList;
}

/** Where a fact is told. */
export interface FactPlace {
  block: CoachBlock;
  range: TextRange;
}

/** One fact told in two ways, with both places. */
export interface Contradiction {
  subject: 'price' | 'date';
  one: FactPlace;
  other: FactPlace;
}

const parts = new Set(['release', 'customerFaq', 'internalFaq', 'manuals', 'plan']);
const opening =
  /\b(?:launch(?:es|ed)?|opens|opened|available|starts?|goes live|went live|ships|erscheint|startet)\b/iu;
const asksForLaunch =
  /^(?:when|from when|wann|ab wann)\b.*\b(?:start|begin|launch|open|available|out|ship|startet|erscheint)/iu;
const charges = anyOf(
  'the price is|priced at|we (?:will )?charge|(?:customers?|users?|they) (?:will )?pays?',
  'der Preis|Kunden zahlen',
);
const charging = new RegExp(String.raw`\b${charges}\b`, 'iu');
const period =
  /\s?(?:a|per|each|every|\/|im|pro)\s?(?:month|year|week|day|user|seat|person|visit|use|Monat|Jahr)\b/iu;

const others = anyOf(
  'also|next|follows?|second|then|until|interviews?|study|studies|trial|pilot|beta|since|Test|Pilot',
);
const anotherStart = new RegExp(String.raw`\b${others}\b`, 'iu');

/** Compares what release, FAQ, manuals and plan say about price and launch day. */
export function findContradictions(document: CoachDocument, lists: FactLists): Contradiction[] {
  const told = toldBlocks(document);
  return [...priceDoubts(told, lists), ...dateDoubts(told)];
}

/** Everything that says what customers pay, in reading order. */
export function findPrices(document: CoachDocument, lists: FactLists): Price[] {
  return pricesTold(toldBlocks(document), lists);
}

/** Everything that says on which day, or in which month, it opens, the dateline included. */
export function findOpenings(document: CoachDocument): Opening[] {
  return toldBlocks(document).flatMap((told) => openingsIn(told));
}

/** A block with the question it begins to answer, so that "€12 per bed" is known for a price. */
interface Told {
  block: CoachBlock;
  question: string;
}

function toldBlocks({ pieces }: CoachDocument): Told[] {
  return (
    pieces
      // What the problem costs people today is no price of the product.
      .filter(({ part, section }) => parts.has(part) && section !== 'problem')
      .flatMap((piece) =>
        piece.blocks.map((block, index) => ({ block, question: index === 1 ? questionOf(piece) : '' })),
      )
  );
}

function questionOf({ blocks }: CoachPiece): string {
  const first = blocks[0];
  return first?.source.kind === 'faqQuestion' ? first.text : '';
}

/** What customers pay; "free" counts as an amount, and any other has its currency behind it: "9 EUR". */
export interface Price extends FactPlace {
  amount: string;
  period: string;
}

/** When it opens: an ISO day, or a month such as 2027-09 where no day is told. */
export interface Opening extends FactPlace {
  day: string;
}

function priceDoubts(blocks: readonly Told[], lists: FactLists): Contradiction[] {
  const prices = pricesTold(blocks, lists);
  const [told, ...others] = prices;
  if (!told) return [];
  return others
    .filter((price) => price.block.part !== told.block.part && differ(told, price))
    .filter((price) => !isToldIn(prices, told, price) && !isToldIn(prices, price, told))
    .map((price) => ({ subject: 'price', one: told, other: price }));
}

/** "$9" and "US$9" are one price where no other dollar is named. */
function pricesTold(blocks: readonly Told[], lists: FactLists): Price[] {
  const prices = blocks.flatMap(({ block, question }) => pricesIn(block, lists, question));
  const settle = settleDollar(prices);
  return prices.map((price) => ({ ...price, amount: settle(price.amount) }));
}

function settleDollar(prices: readonly Price[]): (amount: string) => string {
  const dollar = meantDollar(prices.map(({ amount }) => amount.split(' ')[1] ?? ''));
  return (amount) => (amount.endsWith(' $') ? `${amount.slice(0, -1)}${dollar}` : amount);
}

/** The amount of a value such as "US$9", comparable with these prices; null when it is no sum of money. */
export function amountOf(value: string, prices: readonly Price[]): string | null {
  const money = findNumbers(value).find(({ kind }) => kind === 'money');
  return money ? settleDollar(prices)(toAmount(money)) : null;
}

function toAmount({ value, currency }: Quantity): string {
  return value === 0 ? 'free' : `${value} ${currency}`;
}

/** A part that tells both prices tells of two plans, or of two stages of one. */
function isToldIn(prices: readonly Price[], where: Price, what: Price): boolean {
  return prices.some((each) => each.block.part === where.block.part && each.amount === what.amount);
}

/** A free part beside a paid one is a plan with two prices, told in one place; it contradicts nothing there. */
function differ(a: Price, b: Price): boolean {
  if (a.amount === b.amount) return false;
  return a.amount === 'free' || b.amount === 'free' || a.period === b.period;
}

/** What a block says that customers pay; "free" counts as an amount. `question` is what it begins to answer. */
function pricesIn(block: CoachBlock, { free, price }: FactLists, question = ''): Price[] {
  const { prose, words } = block;
  if (!free.has(prose, words) && !price.has(prose, words) && !price.has(question)) return [];
  return block.sentences.flatMap((sentence, index) => {
    const text = block.prose.slice(sentence.from, sentence.to);
    const place = (range: TextRange) => ({
      block,
      range: { from: sentence.from + range.from, to: sentence.from + range.to },
    });
    const words = splitWords(text);
    const isPriced = price.has(text, words) || (index === 0 && price.has(question));
    const gratis = free.find(text, words).map((range) => ({ ...place(range), amount: 'free', period: '' }));
    if (!isPriced && gratis.length === 0) return [];
    if (isInternal(block) && !charging.test(text)) return [];
    const money = isPriced ? findNumbers(text).filter(({ kind }) => kind === 'money') : [];
    if (money.length > 0) {
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
      return [...paid, ...gratis];
    }
    return gratis;
  });
}

/** Inside the company many sums are costs; only what customers are charged is a price. */
function isInternal({ part }: CoachBlock): boolean {
  return part === 'internalFaq' || part === 'plan';
}

function dateDoubts(blocks: readonly Told[]): Contradiction[] {
  const openings = blocks.flatMap((told) => openingsIn(told));
  const launch = openings.find(({ block }) => isDateline(block));
  if (!launch) return [];
  return openings
    .filter(({ block, day }) => block !== launch.block && !launch.day.startsWith(day))
    .map((other) => ({ subject: 'date', one: launch, other }));
}

const isDateline = ({ part, section }: CoachBlock) => part === 'release' && section === 'dateline';

function openingsIn({ block, question }: Told): Opening[] {
  return block.sentences.flatMap((sentence, index) => {
    const text = block.prose.slice(sentence.from, sentence.to);
    const found = findLaunchDay(text) ?? (isDateline(block) ? null : findLaunchMonth(text));
    const isAsked = index === 0 && asksForLaunch.test(question) && block.part === 'customerFaq';
    if (!found || !(isDateline(block) || isAsked || opensOn(text, found.from))) return [];
    const from = sentence.from + found.from;
    return [{ block, range: { from, to: from + found.quote.length }, day: found.day }];
  });
}

/** "It launches on 3 May" speaks of the launch; a later town or an earlier study does not. */
function opensOn(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return opening.test(before) && !anotherStart.test(text);
}
