import { manualSections, type PartKey, partDefinitions } from './parts';
import { type RichDoc, type RichNode, storyFactKeys } from './richText';

const paragraph = (): RichNode => ({ type: 'paragraph' });

export function emptySection(key: string): RichNode {
  return { type: 'section', attrs: { key, fixed: true }, content: [paragraph()] };
}

/** A new question with room for its answer. Ids come from the caller, so that core stays free of chance. */
export function emptyFaqItem(id: string, question = '', bankNumber: number | null = null): RichNode {
  const content: RichNode[] = question === '' ? [] : [{ type: 'text', text: question }];
  return {
    type: 'faqItem',
    attrs: { id, state: 'open', owner: '', due: '', askedBy: '', bankNumber },
    content: [{ type: 'faqQuestion', content }, paragraph()],
  };
}

export function emptyStep(id: string): RichNode {
  return { type: 'step', attrs: { id }, content: [{ type: 'title' }, paragraph()] };
}

export function emptyUseCase(id: string, stepId: string): RichNode {
  const facts = storyFactKeys.map((key): RichNode => ({ type: 'storyFact', attrs: { key } }));
  return { type: 'useCase', attrs: { id }, content: [{ type: 'title' }, ...facts, emptyStep(stepId)] };
}

export function emptyManual(id: string, audience = ''): RichNode {
  const title: RichNode =
    audience === '' ? { type: 'title' } : { type: 'title', content: [{ type: 'text', text: audience }] };
  return {
    type: 'manual',
    attrs: { id },
    content: [title, ...manualSections.map(({ key }) => emptySection(key))],
  };
}

/**
 * What a part holds before anyone wrote in it. Never an empty doc, so that the caret always has a place.
 * Ids are fixed, so that a template seeded on two machines is one and the same.
 */
export function partTemplate(key: PartKey): RichDoc {
  const { kind, sections } = partDefinitions[key];
  switch (kind) {
    case 'sections':
      return { type: 'doc', content: sections.map((section) => emptySection(section.key)) };
    case 'faq':
      return { type: 'doc', content: [emptyFaqItem(`${key}-first`)] };
    case 'stories':
      return { type: 'doc', content: [emptyUseCase('use-case-first', 'step-first')] };
    case 'manuals':
      return { type: 'doc', content: [emptyManual('manual-first')] };
    case 'plain':
      return { type: 'doc', content: [paragraph()] };
  }
}
