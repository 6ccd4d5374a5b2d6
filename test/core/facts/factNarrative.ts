import { createFactReader } from '../../../core/facts/readFacts';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { paragraph, withPart, withSection } from '../check/narratives';
import { readCoachFiles } from '../coach/coachFiles';

/** Release sections by key, and questions with their answers by part. */
export interface NarrativeTexts {
  release: Record<string, string>;
  customerFaq?: Record<string, string>;
  internalFaq?: Record<string, string>;
  manual?: string;
  plan?: string;
}

/** The day on which the tests read. */
export const today = '2027-03-01';
export const readFacts = createFactReader(readCoachFiles());

const question = (id: string, asked: string, answer: string): RichNode => ({
  type: 'faqItem',
  attrs: { id, state: 'answered' },
  content: [{ type: 'faqQuestion', content: [{ type: 'text', text: asked }] }, paragraph(answer)],
});

const questions = (part: PartKey, items: Record<string, string>): RichNode[] =>
  Object.entries(items).map(([asked, answer], index) => question(`${part}-${index}`, asked, answer));

/** A narrative that says these things and nothing else. */
export function narrativeOf(texts: NarrativeTexts): NarrativeContent {
  let content = emptyContent();
  for (const [section, text] of Object.entries(texts.release)) {
    content = withSection(content, { part: 'release', section }, paragraph(text));
  }
  for (const part of ['customerFaq', 'internalFaq'] as const) {
    const items = texts[part];
    if (items) content = withPart(content, part, questions(part, items));
  }
  if (texts.manual) {
    const section: RichNode = {
      type: 'section',
      attrs: { key: 'reference' },
      content: [paragraph(texts.manual)],
    };
    content = withPart(content, 'manuals', [
      { type: 'manual', attrs: { id: 'user' }, content: [{ type: 'title' }, section] },
    ]);
  }
  return texts.plan ? withPart(content, 'plan', [paragraph(texts.plan)]) : content;
}
