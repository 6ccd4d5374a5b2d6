import type { NarrativeId, NarrativeMeta } from '../../core/narrative/meta';
import { emptyContent, type NarrativeContent } from '../../core/narrative/narrativeDoc';
import type { briefSections } from '../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../core/narrative/richText';

export type BriefAnswers = Partial<Record<(typeof briefSections)[number]['key'], string>>;

/** The meta of a narrative that begins now. */
export function newMeta(id: NarrativeId, now: Date, given: Partial<NarrativeMeta>): NarrativeMeta {
  return {
    name: '',
    stage: 'drafting',
    draft: 1,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
    ...given,
    id,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}

/** An unwritten narrative with the customer questions answered as given; each line becomes a paragraph. */
export function contentFromBrief(answers: BriefAnswers): NarrativeContent {
  const content = emptyContent();
  const known = new Map<string, string>(Object.entries(answers));
  const sections = (content.parts.brief.content ?? []).map((section) => {
    const paragraphs = toParagraphs(known.get(stringAttr(section, 'key')) ?? '');
    return paragraphs.length === 0 ? section : { ...section, content: paragraphs };
  });
  content.parts.brief = { ...content.parts.brief, content: sections };
  return content;
}

function toParagraphs(text: string): RichNode[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
}
