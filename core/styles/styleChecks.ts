import type { Finding } from '../api/shapes';
import { findQuotations } from '../coach/reading/findQuotations';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { countPartWords } from '../narrative/partState';
import type { PartKey } from '../narrative/parts';
import { countWords, sectionText } from '../narrative/plainText';
import type { HouseStyle } from './houseStyle';

const wordsPerPage = 450;
/** A name takes at most this many words; more is a sentence or a tagline. */
const nameWords = 4;

/** Asks about what a house style settles and no other check looks at. All of it is only worth a look. */
export function checkHouseStyle(content: NarrativeContent, style: HouseStyle): Finding[] {
  return [...checkHeading(content, style), ...checkQuotes(content, style), ...checkPages(content, style)];
}

function checkHeading({ parts }: NarrativeContent, style: HouseStyle): Finding[] {
  const heading = sectionText(parts.release, 'heading');
  const words = countWords(heading);
  if (words === 0) return [];
  const at = { section: 'heading', quote: heading, from: 0, to: heading.length };
  if (style.heading === 'name' && words > nameWords) {
    return [
      ask(style, 'style-heading', {
        ...at,
        question: 'Can the name stand alone, and the sub-heading carry the rest?',
      }),
    ];
  }
  if (style.heading === 'sentence' && words <= 2) {
    return [
      ask(style, 'style-heading', {
        ...at,
        question: 'Who gets what from it? A whole sentence would say so.',
      }),
    ];
  }
  return [];
}

function checkQuotes({ parts }: NarrativeContent, style: HouseStyle): Finding[] {
  const lines = sectionText(parts.release, 'customerQuote').split('\n');
  const quotes = lines.filter((line) => findQuotations(line).length > 0).length;
  const { least, most } = style.customerQuotes;
  const at = { section: 'customerQuote', quote: '', from: 0, to: 0 };
  if (quotes > most)
    return [ask(style, 'style-quotes', { ...at, question: 'Which customer would you keep?' })];
  if (quotes > 0 && quotes < least) {
    return [ask(style, 'style-quotes', { ...at, question: 'Who else would say it in their own words?' })];
  }
  return [];
}

function checkPages(content: NarrativeContent, style: HouseStyle): Finding[] {
  const faq = pagesOf(content, ['customerFaq', 'internalFaq']);
  const at = { part: 'internalFaq' as const, section: '', quote: '', from: 0, to: 0 };
  if (style.faq.mostPages !== null && faq > style.faq.mostPages) {
    const question = `The FAQs fill about ${Math.ceil(faq)} pages. Which answers would nobody miss?`;
    return [ask(style, 'style-faq-length', { ...at, question })];
  }
  const all = faq + pagesOf(content, ['release']);
  if (style.mostPages !== null && all > style.mostPages) {
    const question = `Release and FAQs fill about ${Math.ceil(all)} pages. What can go into an appendix?`;
    return [ask(style, 'style-length', { ...at, question })];
  }
  return [];
}

function pagesOf(content: NarrativeContent, parts: readonly PartKey[]): number {
  return parts.reduce((words, part) => words + countPartWords(content, part), 0) / wordsPerPage;
}

type Place = Pick<Finding, 'section' | 'quote' | 'from' | 'to'> & { part?: PartKey };

function ask({ name, about }: HouseStyle, rule: string, asked: Place & { question: string }): Finding {
  const why = `The house style “${name}” asks for it: ${about}`;
  return { rule, level: 'look', part: 'release', ...asked, why };
}
