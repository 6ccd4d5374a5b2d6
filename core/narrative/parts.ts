/** Keys of the eight parts of a narrative, in the order a writer meets them. Feasibility stays last. */
export const partKeys = [
  'brief',
  'release',
  'customerFaq',
  'internalFaq',
  'experience',
  'manuals',
  'plan',
  'feasibility',
] as const;

export type PartKey = (typeof partKeys)[number];

/** How the content of a part is made up; decides its template, its guide and how exports set it. */
export type PartKind = 'sections' | 'faq' | 'stories' | 'manuals' | 'plain';

export interface PartDefinition {
  readonly key: PartKey;
  /** Name shown in the rail and used as the part's heading in exports. */
  readonly title: string;
  readonly kind: PartKind;
  /** Fixed sections in order; empty for parts that have none. */
  readonly sections: readonly SectionDefinition[];
}

export interface SectionDefinition {
  readonly key: string;
  readonly title: string;
  /** One line of text: Enter moves on to the next section instead of starting a paragraph. */
  readonly singleLine?: true;
  readonly optional?: true;
}

/** The six customer questions, asked before any document. */
export const briefSections = [
  { key: 'customer', title: 'Who is the customer?' },
  { key: 'customerProblem', title: 'What is the customer problem or opportunity?' },
  { key: 'benefit', title: 'What is the one most important benefit?' },
  { key: 'need', title: 'How do you know what customers need?' },
  { key: 'journey', title: 'What does the experience look like?' },
  { key: 'measure', title: 'How will you test it and measure it?' },
] as const satisfies readonly SectionDefinition[];

/** The press release, in the order its reader meets it. */
export const releaseSections = [
  { key: 'heading', title: 'Heading', singleLine: true },
  { key: 'subheading', title: 'Sub-heading', singleLine: true },
  { key: 'dateline', title: 'Dateline', singleLine: true },
  { key: 'summary', title: 'Summary' },
  { key: 'problem', title: 'Problem' },
  { key: 'solution', title: 'Solution' },
  { key: 'leaderQuote', title: 'Leader quote' },
  { key: 'gettingStarted', title: 'Getting started' },
  { key: 'customerQuote', title: 'Customer quote' },
  { key: 'callToAction', title: 'Call to action' },
  { key: 'about', title: 'About', optional: true },
] as const satisfies readonly SectionDefinition[];

/** Sections inside each manual (one manual per kind of user). */
export const manualSections = [
  { key: 'concepts', title: 'Concepts' },
  { key: 'howTo', title: 'How-to' },
  { key: 'reference', title: 'Reference' },
  { key: 'unwritten', title: 'Could not be written yet', optional: true },
] as const satisfies readonly SectionDefinition[];

export const partDefinitions: Readonly<Record<PartKey, PartDefinition>> = {
  brief: { key: 'brief', title: 'Customer', kind: 'sections', sections: briefSections },
  release: { key: 'release', title: 'Press release', kind: 'sections', sections: releaseSections },
  customerFaq: { key: 'customerFaq', title: 'Customer FAQ', kind: 'faq', sections: [] },
  internalFaq: { key: 'internalFaq', title: 'Internal FAQ', kind: 'faq', sections: [] },
  experience: { key: 'experience', title: 'Experience', kind: 'stories', sections: [] },
  manuals: { key: 'manuals', title: 'Manual', kind: 'manuals', sections: [] },
  plan: { key: 'plan', title: 'Launch plan', kind: 'plain', sections: [] },
  feasibility: { key: 'feasibility', title: 'Feasibility', kind: 'plain', sections: [] },
};

/** The title of a section wherever it stands, or the key itself for a section this build does not know. */
export function sectionTitle(part: PartKey, key: string): string {
  const known = part === 'manuals' ? manualSections : partDefinitions[part].sections;
  return known.find((section) => section.key === key)?.title ?? key;
}
