import type { NarrativeContent } from './narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from './parts';
import { countWordsIn, isBlank, sectionText } from './plainText';
import { type FaqState, faqStates, type RichDoc, type RichNode, stringAttr } from './richText';

/** What the rail and the library's strip show for a part. */
export const partStates = ['empty', 'drafted', 'ready', 'inReview', 'reviewed', 'locked'] as const;
export type PartState = (typeof partStates)[number];

export function partState(content: NarrativeContent, part: PartKey): PartState {
  if (part === 'feasibility' && !isFeasibilityOpen(content)) return 'locked';
  const marked = content.states[part];
  if (isBlank(content.parts[part])) return 'empty';
  return marked ?? 'drafted';
}

/** Feasibility opens when the seven parts before it are reviewed, or earlier with a written reason. */
export function isFeasibilityOpen(content: NarrativeContent): boolean {
  if (content.gate) return true;
  return partKeys.every((key) => key === 'feasibility' || content.states[key] === 'reviewed');
}

export type FaqCounts = Record<FaqState, number>;

/** Questions of a FAQ part by state; questions without a word are not counted. */
export function countFaq(doc: RichDoc): FaqCounts {
  const counts: FaqCounts = { open: 0, answered: 0, blocked: 0 };
  for (const item of itemsOf(doc, 'faqItem')) {
    if (!isBlank(item)) counts[faqStateOf(item)] += 1;
  }
  return counts;
}

export function faqStateOf(item: RichNode<string>): FaqState {
  return faqStates.find((state) => state === stringAttr(item, 'state')) ?? 'open';
}

/** Top-level items of one kind (FAQ items, use cases, manuals), in order. */
export function itemsOf(doc: RichDoc, type: 'faqItem' | 'useCase' | 'manual'): RichNode[] {
  return (doc.content ?? []).filter((node) => node.type === type);
}

export function countPartWords(content: NarrativeContent, part: PartKey): number {
  return countWordsIn(content.parts[part]);
}

/** Words of the whole narrative; the six customer questions count too. */
export function countNarrativeWords(content: NarrativeContent): number {
  return partKeys.reduce((sum, part) => sum + countPartWords(content, part), 0);
}

/** The line a library shows for a narrative: its heading, or what is known instead. Never empty. */
export function narrativeHeading(content: NarrativeContent, name: string): string {
  const heading = sectionText(content.parts.release, 'heading');
  if (heading !== '') return heading;
  if (name !== '') return name;
  const customer = sectionText(content.parts.brief, 'customer').split('\n')[0] ?? '';
  return customer === '' ? 'Untitled' : `Untitled: ${shortened(customer)}`;
}

/** The first words, as many as make a heading. */
function shortened(text: string): string {
  const longest = 80;
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}

/** Name of a part's fixed sections that hold no words, optional ones left out. */
export function emptySections(content: NarrativeContent, part: PartKey): string[] {
  return partDefinitions[part].sections
    .filter((section) => section.optional !== true && sectionText(content.parts[part], section.key) === '')
    .map((section) => section.key);
}
