import type { CoachData } from '../../coach/coachData';
import { type CoachDocument, readCoachDocument } from '../../coach/coachDocument';
import { findOpenings, type Opening } from '../../coach/reading/findContradictions';
import { findPrices } from '../../coach/reading/findPrices';
import { splitSentences } from '../../coach/reading/splitSentences';
import { createFactSettings, type FactSettings } from '../../facts/factSettings';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import { plainText, sectionText } from '../../narrative/plainText';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ModelPrompt } from '../records/modelChecks';
import { distinctDays } from './readDay';
import { distinctSums, readSums } from './readSum';

/** What a narrative itself says to one question. */
export interface StatedWords {
  words: string;
  /** Where it says so; null for a value of the facts sheet. */
  place: { part: PartKey; section: string } | null;
}

/** What a narrative itself says to each question; an empty list where it says nothing. */
export type StatedFacts = Readonly<Record<ModelPrompt, readonly StatedWords[]>>;

/** Reads what narratives say to the questions. `today` is an ISO date. */
export type StatedFactsReader = (content: NarrativeContent, today: string) => StatedFacts;

/** Makes a reader out of the coach's data; make one and keep it. */
export function createStatedFactsReader(data: CoachData): StatedFactsReader {
  const settings = createFactSettings(data);
  return (content, today) => {
    const document = readCoachDocument(content, today);
    return {
      customer: told([inSection(content, 'brief', 'customer'), inSection(content, 'release', 'subheading')]),
      problem: told([
        inSection(content, 'brief', 'customerProblem'),
        inSection(content, 'release', 'problem'),
      ]),
      benefit: told([inSection(content, 'brief', 'benefit'), inSection(content, 'release', 'heading')]),
      firstAction: told([firstSentences(inSection(content, 'release', 'gettingStarted'))]),
      price: confirmed(content, 'price') ?? statedPrices(document, settings),
      date: confirmed(content, 'launchDate') ?? statedDays(findOpenings(document)),
      isNot: told(leftOut(content)),
    };
  };
}

const told = (stated: readonly StatedWords[]): StatedWords[] => stated.filter(({ words }) => words !== '');

function inSection(content: NarrativeContent, part: 'brief' | 'release', section: string): StatedWords {
  return { words: sectionText(content.parts[part], section), place: { part, section } };
}

/** How to begin often opens with a sentence that says no more than that. */
const firstOfBeginning = 2;

function firstSentences({ words, place }: StatedWords): StatedWords {
  const last = splitSentences(words).slice(0, firstOfBeginning).at(-1);
  return { words: words.slice(0, last?.to ?? 0), place };
}

function confirmed({ facts }: NarrativeContent, key: string): StatedWords[] | null {
  const value = facts[key]?.value.trim() ?? '';
  return value === '' ? null : [{ words: value, place: null }];
}

/** Offers of the product; where none is plainly one, every price that is told. */
function statedPrices(document: CoachDocument, settings: FactSettings): StatedWords[] {
  const lists = settings('contradiction', document.language);
  const all = findPrices(document, { free: lists.phrases('free'), price: lists.phrases('price') });
  const offers = all.filter(({ isOffer }) => isOffer);
  const prices = (offers.length > 0 ? offers : all).map(({ block, range, period }) => {
    const sum = block.text.slice(range.from, range.to).trim();
    const words = period === '' ? sum : `${sum} ${period}`;
    return { words, place: placeOf(block), sums: readSums(words) };
  });
  return distinctSums(prices).map(({ words, place }) => ({ words, place }));
}

function statedDays(openings: readonly Opening[]): StatedWords[] {
  const days = openings.map(({ block, range, day }) => ({
    words: block.text.slice(range.from, range.to),
    place: placeOf(block),
    day,
  }));
  return distinctDays(days).map(({ words, place }) => ({ words, place }));
}

const placeOf = ({ part, section }: { part: PartKey; section: string }) => ({ part, section });

/** Questions of the bank that ask what it is not, and how people ask it in their own words. */
const bankNumbers: ReadonlySet<number> = new Set([1, 15, 56, 61]);
const asksWhatNot = new RegExp(
  String.raw`\b(?:not (?:do|for|the right|made|included|part)|does(?: not|n['’]t)|will not (?:it|we)|won['’]t` +
    String.raw`|(?:leave|leaving) out|out of scope|was .*nicht|nicht (?:gedacht|geeignet))\b`,
  'iu',
);

/** The answers to questions about what it does not do, and for whom it is not. */
function leftOut({ parts }: NarrativeContent): StatedWords[] {
  return (['customerFaq', 'internalFaq'] as const).flatMap((part) =>
    (parts[part].content ?? [])
      .filter((item) => item.type === 'faqItem' && asksLeftOut(item))
      .map((item) => ({ words: answerOf(item), place: { part, section: stringAttr(item, 'id') } })),
  );
}

function asksLeftOut(item: RichNode): boolean {
  const question = item.content?.find(({ type }) => type === 'faqQuestion');
  const isOfBank = bankNumbers.has(Number(item.attrs?.bankNumber ?? 0));
  return isOfBank || asksWhatNot.test(question ? plainText(question) : '');
}

const answerOf = ({ content = [] }: RichNode): string =>
  content
    .filter(({ type }) => type !== 'faqQuestion')
    .map(plainText)
    .join('\n')
    .trim();
