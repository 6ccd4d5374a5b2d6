import type { EvidenceRecord } from '../core/evidence/evidenceRecord';
import { emptyContent, type NarrativeContent } from '../core/narrative/narrativeDoc';
import { emptySection } from '../core/narrative/partTemplate';
import type { RichMark, RichNode } from '../core/narrative/richText';
import { canonicalDoc } from '../core/narrative/schema';
import type { ScreenRecord } from '../core/screens/screenRecord';
import type { ReleasePromise } from '../core/thread/releasePromise';
import { collectEnds } from '../core/thread/threadEnds';
import { type ThreadLink, threadLinkId } from '../core/thread/threadLink';
import { paragraphs, randomFrom } from './prose';

export interface ThreadSize {
  promises: number;
  links: number;
}

/** A narrative with so many promises and so many links to questions, steps, screens, how-tos and source cards. */
export function threadNarrative({ promises, links }: ThreadSize): NarrativeContent {
  const names = sentences(promises * 3);
  const text = (index: number) => names[index % names.length] ?? '';
  const content: NarrativeContent = {
    ...emptyContent(),
    screens: byId(range(promises / 4, (index) => screen(`screen-${index}`, text(index)))),
    promises: byId(range(promises, (index) => promise(`promise-${index}`, text(index)))),
    evidence: byId(range(promises / 2, (index) => card(`card-${index}`, text(index)))),
  };
  const solution = range(promises, (index) => paragraph(text(index), `promise-${index}`));
  content.parts.release = doc([{ ...emptySection('solution'), content: solution }]);
  content.parts.customerFaq = doc(range(promises / 2, (index) => question(`faq-${index}`, text(index))));
  content.parts.experience = doc(
    range(promises / 10, (index) => story(`story-${index}`, { steps: 10, text, first: index * 10 })),
  );
  content.parts.manuals = doc(
    range(promises / 20, (index) => manual(`manual-${index}`, { howTos: 10, text, first: index * 10 })),
  );
  return { ...content, links: randomLinks(content, { promises, links }) };
}

function randomLinks(content: NarrativeContent, { promises, links }: ThreadSize): Record<string, ThreadLink> {
  const ends = collectEnds(content).list;
  const random = randomFrom(4);
  const made: Record<string, ThreadLink> = {};
  while (Object.keys(made).length < links) {
    const end = ends[Math.floor(random() * ends.length)];
    if (!end) throw new Error('there is nothing to link to');
    const named = { promise: `promise-${Math.floor(random() * promises)}`, kind: end.kind, end: end.id };
    const id = threadLinkId(named);
    made[id] = { id, ...named, words: end.words, place: end.place, verdict: 'linked', setBy: '', setAt: '' };
  }
  return made;
}

const range = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.floor(count) }, (_, index) => make(index));

/** So many sentences, each with its number, as no two promises say the same. */
function sentences(count: number): string[] {
  const known = paragraphs(Math.ceil(count / 30)).flatMap((each) => each.split('. '));
  return range(count, (index) => `${(known[index] ?? 'As before').slice(0, 64).trim()} ${index}`);
}

const byId = <T extends { id: string }>(records: readonly T[]): Record<string, T> =>
  Object.fromEntries(records.map((record) => [record.id, record]));

const doc = (content: RichNode[]) => canonicalDoc({ type: 'doc', content });
const words = (text: string): RichNode[] => [{ type: 'text', text }];

function paragraph(text: string, promised?: string): RichNode {
  if (!promised) return { type: 'paragraph', content: words(text) };
  const marks: RichMark[] = [{ type: 'promise', attrs: { id: promised } }];
  return { type: 'paragraph', content: [{ type: 'text', text, marks }] };
}

function question(id: string, text: string): RichNode {
  const content: RichNode[] = [{ type: 'faqQuestion', content: words(text) }, paragraph(text)];
  return { type: 'faqItem', attrs: { id, state: 'answered' }, content };
}

interface Inside {
  text: (index: number) => string;
  first: number;
}

function story(id: string, { steps, text, first }: Inside & { steps: number }): RichNode {
  const content = range(steps, (index): RichNode => {
    const title: RichNode = { type: 'title', content: words(text(first + index)) };
    return { type: 'step', attrs: { id: `step-${first + index}` }, content: [title, paragraph(text(first))] };
  });
  return {
    type: 'useCase',
    attrs: { id },
    content: [{ type: 'title', content: words(text(first)) }, ...content],
  };
}

function manual(id: string, { howTos, text, first }: Inside & { howTos: number }): RichNode {
  const content = range(howTos, (index): RichNode[] => [
    {
      type: 'heading',
      attrs: { level: 3, id: `how-to-${first + index}` },
      content: words(text(first + index)),
    },
    paragraph(text(first + index)),
  ]).flat();
  const section = { ...emptySection('howTo'), content };
  return {
    type: 'manual',
    attrs: { id },
    content: [{ type: 'title', content: words(text(first)) }, section],
  };
}

function screen(id: string, title: string): ScreenRecord {
  const nothing = { template: '', picture: null, versions: [], hotspots: [], follows: '' };
  return { id, title, alt: title, ...nothing, changedAt: '', changedBy: '' };
}

function promise(id: string, text: string): ReleasePromise {
  return { id, words: text, section: 'solution', isImportant: id.endsWith('0'), setBy: '', setAt: '' };
}

function card(id: string, what: string): EvidenceRecord {
  const state = id.endsWith('0') ? 'target' : 'known';
  return { id, state, what, who: '', when: '', link: '', asset: '', note: '', setBy: '', setAt: '' };
}
