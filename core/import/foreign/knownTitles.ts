import {
  briefSections,
  type PartKey,
  partDefinitions,
  partKeys,
  releaseSections,
} from '../../narrative/parts';

/** Where words under a title belong; `section` is '' for a part as a whole. */
export interface Place {
  part: PartKey;
  section: string;
}

/** What teams call the parts, beside our own titles. Compared in lower case without numbering and punctuation. */
const partSynonyms: Record<PartKey, readonly string[]> = {
  brief: ['customer', 'the customer', 'customer questions', 'five questions', 'the five questions'],
  release: ['press release', 'news release', 'internal press release', 'launch announcement', 'pr'],
  customerFaq: [
    'customer faq',
    'customer faqs',
    'external faq',
    'external faqs',
    'public faq',
    'user faq',
    'faq',
    'faqs',
    'frequently asked questions',
    'questions and answers',
    'q and a',
  ],
  internalFaq: [
    'internal faq',
    'internal faqs',
    'stakeholder faq',
    'stakeholder faqs',
    'business faq',
    'executive faq',
    'internal frequently asked questions',
  ],
  experience: [
    'experience',
    'customer experience',
    'user experience',
    'use cases',
    'user stories',
    'scenarios',
  ],
  manuals: ['manual', 'manuals', 'user manual', 'user manuals', 'user guide', 'documentation'],
  plan: ['launch plan', 'rollout plan', 'go to market', 'next steps', 'timeline', 'milestones'],
  feasibility: [
    'feasibility',
    'technical feasibility',
    'technical approach',
    'architecture',
    'implementation',
  ],
};

const releaseSynonyms: Record<(typeof releaseSections)[number]['key'], readonly string[]> = {
  heading: ['heading', 'headline', 'title'],
  subheading: [
    'subheading',
    'subtitle',
    'subheadline',
    'sub title',
    'sub headline',
    'sub heading',
    'tagline',
  ],
  dateline: ['dateline', 'date', 'location and date', 'date and location'],
  summary: [
    'summary',
    'intro',
    'introduction',
    'summary paragraph',
    'intro paragraph',
    'opening paragraph',
    'lede',
    'overview',
  ],
  problem: [
    'problem',
    'the problem',
    'problem paragraph',
    'problem statement',
    'opportunity',
    'the challenge',
  ],
  solution: ['solution', 'the solution', 'solution paragraph', 'our solution'],
  leaderQuote: [
    'quote',
    'leader quote',
    'leaders quote',
    'company quote',
    'internal quote',
    'executive quote',
    'leadership quote',
    'company leader quote',
    'spokesperson quote',
    'quote from a spokesperson',
    'quote from leader',
    'quote from leadership',
    'quote from you',
  ],
  gettingStarted: ['getting started', 'how it works', 'how to get started', 'how to start', 'get started'],
  customerQuote: [
    'customer quote',
    'user quote',
    'customer testimonial',
    'testimonial',
    'quote from a customer',
  ],
  callToAction: [
    'call to action',
    'cta',
    'closing',
    'closing and call to action',
    'learn more',
    'availability',
  ],
  about: ['about', 'about us', 'boilerplate', 'about the company'],
};

const places = new Map<string, Place>();
for (const part of partKeys) {
  for (const title of [partDefinitions[part].title, ...partSynonyms[part]])
    places.set(plainTitle(title), { part, section: '' });
}
for (const { key, title } of releaseSections) {
  for (const name of [title, ...releaseSynonyms[key]])
    places.set(plainTitle(name), { part: 'release', section: key });
}
for (const { key, title } of briefSections) places.set(plainTitle(title), { part: 'brief', section: key });

/** The place that a heading names, or null for a heading of the author's own. */
export function placeOfTitle(title: string): Place | null {
  const plain = plainTitle(title);
  return places.get(plain) ?? (/^about \S/.test(plain) ? { part: 'release', section: 'about' } : null);
}

/** A title in lower case, without numbering, marks and what stands in brackets. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/^\s*(?:part|section|step)?\s*(?:\d{1,2}|[ivx]{1,4})[.):]\s+/u, ' ')
    .replace(/[’']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
