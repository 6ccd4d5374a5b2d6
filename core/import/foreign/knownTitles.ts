import {
  briefSections,
  type PartKey,
  partDefinitions,
  partKeys,
  releaseSections,
} from '../../narrative/parts';
import { audienceNames, briefNames, manualNames, openQuoteNames } from './words/otherTitles';
import { partNames } from './words/partTitles';
import { releaseNames } from './words/releaseTitles';
import { appendixTitle, titleHints } from './words/titleHints';

/** Where words under a title belong; `section` is '' for a part as a whole. */
export interface Place {
  part: PartKey;
  section: string;
}

export interface KnownTitle extends Place {
  /** False when the title says more than where it belongs, so that its words must be kept. */
  isExact: boolean;
  /** True for "Quote", which does not say whose. */
  isOpenQuote: boolean;
}

const places = new Map<string, Place>();
for (const part of partKeys) {
  for (const title of [partDefinitions[part].title, ...partNames[part]])
    places.set(plainTitle(title), { part, section: '' });
}
for (const { key, title } of briefSections) {
  for (const name of [title, ...(briefNames[key] ?? [])])
    places.set(plainTitle(name), { part: 'brief', section: key });
}
for (const { key, title } of releaseSections) {
  for (const name of [title, ...releaseNames[key]])
    places.set(plainTitle(name), { part: 'release', section: key });
}
for (const name of openQuoteNames) places.set(name, { part: 'release', section: 'leaderQuote' });

/** The place that a title names, or null for one of the author's own. */
export function placeOfTitle(title: string): KnownTitle | null {
  if (title.length > 120) return null;
  const plain = plainTitle(title);
  const whole = plainTitle(title.replace(/[[\](){}<>]/g, ' '));
  const place = places.get(whole) ?? places.get(plain);
  if (place) {
    const isExact = places.has(whole) || plain === whole;
    return { ...place, isExact, isOpenQuote: openQuoteNames.includes(plain) };
  }
  if (!/^(?:about|über|à propos de) \S/.test(plain) || plain.split(' ').length > 7) return null;
  return { part: 'release', section: 'about', isExact: false, isOpenQuote: false };
}

/** The place that words within a title hint at. */
export function hintOfTitle(title: string): Place | null {
  if (title.length > 90) return null;
  const plain = plainTitle(title);
  const hint = titleHints.find(({ words }) => words.test(plain));
  return hint ? { part: hint.part, section: hint.section } : null;
}

/** Whose questions follow a title that stands among questions; null when it does not say. */
export function audienceOfTitle(title: string): 'customerFaq' | 'internalFaq' | null {
  const plain = plainTitle(title.replace(/[[\](){}<>]/g, ' ')).replace(
    / (?:faqs?|questions|fragen|q and as?)$/,
    '',
  );
  const names = (part: 'customerFaq' | 'internalFaq') =>
    audienceNames[part].some((name) => name === plain || name.replace(/ questions$/, '') === plain);
  if (names('internalFaq')) return 'internalFaq';
  return names('customerFaq') ? 'customerFaq' : null;
}

/** Colleagues' questions under a title of the author's own, such as "Questions from the board". */
export function audienceWithinTitle(title: string): 'internalFaq' | null {
  const namesQuestions = /question|fragen|ask/i.test(title) && !/[?？]\s*$/.test(title);
  return namesQuestions && hintOfTitle(title)?.part === 'internalFaq' ? 'internalFaq' : null;
}

/** True for the title of a FAQ that leaves open who asks. */
export const saysNoAudience = (title: string): boolean =>
  !/customer|external|user|consumer|public|extern|kunden/i.test(title);

/** The section of a manual that a title names. */
export function manualSectionOfTitle(title: string): keyof typeof manualNames | null {
  const plain = plainTitle(title);
  const keys = ['concepts', 'howTo', 'reference'] as const;
  return keys.find((key) => manualNames[key].includes(plain)) ?? null;
}

/** True for the title of what is only laid behind a document. */
export const isAppendixTitle = (title: string): boolean => appendixTitle.test(plainTitle(title));

/** A title in lower case, without numbering, marks and what stands in brackets. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(
      /^\s*(?:part|section|step|teil|¶|§)?\s*(?:(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-e])[.):]|\d{1,2}(?:\.\d{1,2})+)\s+/u,
      ' ',
    )
    .replace(/^\s*(?:part|section|teil)\s+(?:\d{1,2}|[ivx]{1,4}|one|two|three|four)\b/u, ' ')
    .replace(/[’'´`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
