import type { RuleSettings } from '../rule';
import { anyOf } from './anyOf';
import { rangesOf, type TextRange } from './textRange';
import { splitWords } from './words';

/** Lists of people and firms that have a trade or a time of life in common. */
const kindLists = [
  'kindCare',
  'kindLearning',
  'kindHome',
  'kindTravel',
  'kindFood',
  'kindTrade',
  'kindOffice',
  'kindArt',
  'kindSport',
  'kindState',
  'kindShop',
  'kindTech',
];
const offering = anyOf('for|helps?|helping|lets?|letting|enables?|enabling|allows?|allowing|gives?|serves?');
const each = '([^.,;:()]{3,40})';
const last = String.raw`([^.,;:()\s]{3,30}(?:\s[^.,;:()\s]{3,30}){0,2})`;
const enumerated = String.raw`${each},\s+${each},?\s+(?:and|or)\s+${last}`;
/** "Hospitals, brewers and airlines send …", "for students, nurses and bakers". */
const series = [
  new RegExp(String.raw`(?<!\p{L})${offering}\s+${enumerated}`, 'giu'),
  new RegExp(String.raw`(?:^|[.!?]\s+)${enumerated}`, 'gu'),
];
/** "From students to surgeons to sailors", "whether you are a farmer, a dentist or a pilot". */
const spans = [
  new RegExp(String.raw`(?<!\p{L})from\s+${each}\s+to\s+${each},?\s+(?:and\s+)?to\s+${last}`, 'giu'),
  new RegExp(String.raw`(?<!\p{L})from\s+(\p{L}{4,20}(?:\s\p{L}{4,20})?)\s+to\s+${last}`, 'giu'),
  new RegExp(
    String.raw`whether\s+(?:you(?:['’]re|\s+are)|they\s+are)\s+an?\s+${each},\s+an?\s+${each},?\s+or\s+an?\s+${last}`,
    'giu',
  ),
];

/** Where a text lists people of whom no two have anything in common, such as nurses, brewers and airlines. */
export function findUnlikeKinds(text: string, settings: Pick<RuleSettings, 'phrases'>): TextRange[] {
  const found = [...series, ...spans].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => areUnlike(match.slice(1).filter(Boolean), settings))
      .map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );
  const first = found.sort((a, b) => a.from - b.from)[0];
  return first ? [trimmed(text, first)] : [];
}

/** Two known trades or more, and no two alike; a word nobody knows says nothing either way. */
function areUnlike(phrases: readonly string[], settings: Pick<RuleSettings, 'phrases'>): boolean {
  const known = phrases.map((phrase) => kindsOf(phrase, settings)).filter(({ length }) => length > 0);
  const all = known.flat();
  return known.length >= 2 && new Set(all).size === all.length && known.length * 2 > phrases.length;
}

/** A farmer is of the same kind as farmers. */
function kindsOf(phrase: string, settings: Pick<RuleSettings, 'phrases'>): string[] {
  const plural = splitWords(phrase)
    .map(({ lower }) => `${lower}s`)
    .join(' ');
  return kindLists.filter((list) => settings.phrases(list).has(phrase) || settings.phrases(list).has(plural));
}

function trimmed(text: string, { from, to }: TextRange): TextRange {
  const [lead] = rangesOf(text.slice(from, to), /^[.!?\s]+/gu);
  return { from: from + (lead?.to ?? 0), to };
}
