import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';

export const paragraph = (text: string): RichNode =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };

/** The same narrative with other blocks in one fixed section. */
export function withSection(
  content: NarrativeContent,
  place: { part: PartKey; section: string },
  ...blocks: RichNode[]
): NarrativeContent {
  const doc = content.parts[place.part];
  const sections = (doc.content ?? []).map((node) =>
    stringAttr(node, 'key') === place.section ? { ...node, content: blocks } : node,
  );
  return withPart(content, place.part, sections);
}

export function withPart(content: NarrativeContent, part: PartKey, nodes: RichNode[]): NarrativeContent {
  return { ...content, parts: { ...content.parts, [part]: { type: 'doc', content: nodes } } };
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

const releaseTexts = {
  heading: 'Fairmend finds a neighbour who can mend it',
  subheading: 'For people who would rather mend than buy',
  dateline: 'Leeds, 14 September 2027',
  summary: words(50),
  problem: words(50),
  solution: words(50),
  leaderQuote: '"We counted the toasters," said Ines Abara.',
  gettingStarted: 'Open the page and say what is broken.',
  customerQuote: '"It works again," said Tom Reyes, a baker in Otley.',
  callToAction: 'Start at fairmend.example.',
};

const text = (type: 'faqQuestion' | 'title', value: string): RichNode => ({
  type,
  content: [{ type: 'text', text: value }],
});

export const faqItem = (id: string, state: string): RichNode => ({
  type: 'faqItem',
  attrs: { id, state },
  content: [text('faqQuestion', 'What does it cost?'), paragraph('Nothing until it is mended.')],
});

const numbered: RichNode = {
  type: 'orderedList',
  content: [{ type: 'listItem', content: [paragraph('Open the page.')] }],
};

/** A narrative about which no structure check has a question on 1 March 2027. */
export function soundNarrative(): NarrativeContent {
  let content = emptyContent();
  for (const { attrs } of content.parts.brief.content ?? []) {
    content = withSection(content, { part: 'brief', section: String(attrs?.key) }, paragraph('Answered.'));
  }
  for (const [section, value] of Object.entries(releaseTexts)) {
    content = withSection(content, { part: 'release', section }, paragraph(value));
  }
  content = withPart(content, 'customerFaq', [faqItem('cost', 'answered')]);
  content = withPart(content, 'internalFaq', [faqItem('margin', 'answered'), faqItem('law', 'open')]);
  content = withPart(content, 'experience', [toasterCase(true)]);
  return withPart(content, 'manuals', [manual(numbered)]);
}

export function toasterCase(hasStep: boolean): RichNode {
  const step: RichNode = { type: 'step', attrs: { id: 's1' }, content: [text('title', 'Says what broke')] };
  const title = text('title', 'The toaster');
  return { type: 'useCase', attrs: { id: 'toaster' }, content: hasStep ? [title, step] : [title] };
}

export function manual(...howTo: RichNode[]): RichNode {
  return {
    type: 'manual',
    attrs: { id: 'mender' },
    content: [text('title', 'For menders'), { type: 'section', attrs: { key: 'howTo' }, content: howTo }],
  };
}
