import { findLaunchDay, findLaunchMonth } from '../../check/launchDay';
import type { CoachDocument } from '../coachDocument';
import { anyOf } from './anyOf';
import type { CoachBlock } from './coachBlock';
import type { FactPlace } from './factPlace';
import { findPrices, type Price, type PriceLists } from './findPrices';
import { type Told, toldBlocks } from './toldBlocks';

/** One fact told in two ways, with both places. */
export interface Contradiction {
  subject: 'price' | 'date';
  one: FactPlace;
  other: FactPlace;
}

const opening =
  /\b(?:launch(?:es|ed)?|opens|opened|available|starts?|goes live|went live|ships|erscheint|startet)\b/iu;
const asksForLaunch =
  /^(?:when|from when|wann|ab wann)\b.*\b(?:start|begin|launch|open|available|out|ship|startet|erscheint)/iu;
const others = anyOf(
  'also|next|follows?|second|then|until|interviews?|study|studies|trial|pilot|beta|since|Test|Pilot',
);
const anotherStart = new RegExp(String.raw`\b${others}\b`, 'iu');

/** Compares what release, FAQ, manuals and plan say about price and launch day. */
export function findContradictions(document: CoachDocument, lists: PriceLists): Contradiction[] {
  return [...priceDoubts(findPrices(document, lists)), ...dateDoubts(findOpenings(document))];
}

/** Everything that says on which day, or in which month, it opens, the dateline included. */
export function findOpenings(document: CoachDocument): Opening[] {
  return toldBlocks(document).flatMap((told) => openingsIn(told));
}

/** When it opens: an ISO day, or a month such as 2027-09 where no day is told. */
export interface Opening extends FactPlace {
  day: string;
}

function priceDoubts(prices: readonly Price[]): Contradiction[] {
  const [told, ...others] = prices.filter(({ isOffer }) => isOffer);
  if (!told) return [];
  return others
    .filter((price) => price.block.part !== told.block.part && differ(told, price))
    .filter((price) => !isToldIn(prices, told, price) && !isToldIn(prices, price, told))
    .map((price) => ({ subject: 'price', one: told, other: price }));
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

function dateDoubts(openings: readonly Opening[]): Contradiction[] {
  const launch = openings.find(({ block }) => isDateline(block));
  if (!launch) return [];
  return openings
    .filter(({ block, day }) => block !== launch.block && !launch.day.startsWith(day))
    .map((other) => ({ subject: 'date', one: launch, other }));
}

const isDateline = ({ part, section }: CoachBlock) => part === 'release' && section === 'dateline';

function openingsIn({ block, question, isOpening }: Told): Opening[] {
  return block.sentences.flatMap((sentence, index) => {
    const text = block.prose.slice(sentence.from, sentence.to);
    const found = findLaunchDay(text) ?? (isDateline(block) ? null : findLaunchMonth(text));
    const isAsked = isOpening && index === 0 && asksForLaunch.test(question) && block.part === 'customerFaq';
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
