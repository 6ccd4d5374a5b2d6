import type { NarrativeFile } from '../../core/format/narrativeFile';
import { type NarrativeId, narrativeIdSchema } from '../../core/narrative/meta';
import { createNarrativeDoc, emptyContent, encodeNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { findSection } from '../../core/narrative/plainText';

export const idOf = (name: string): NarrativeId => narrativeIdSchema.parse(name);

/** A small narrative with a heading; `words` goes into the summary, so that two versions can be told apart. */
export function sampleNarrative(id: string, words = 'First words'): NarrativeFile {
  const content = emptyContent();
  fill(content.parts.release, 'heading', `Heading of ${id}`);
  fill(content.parts.release, 'summary', words);
  return {
    meta: {
      id: idOf(id),
      name: '',
      createdAt: '2027-01-05T09:00:00.000Z',
      updatedAt: '2027-01-05T09:00:00.000Z',
      stage: 'drafting',
      draft: 1,
      language: 'en-GB',
      confidentiality: '',
      lastPlace: null,
    },
    content,
    yjs: Buffer.from(encodeNarrativeDoc(createNarrativeDoc(content))).toString('base64'),
    review: {},
  };
}

function fill(doc: NarrativeFile['content']['parts']['release'], key: string, text: string): void {
  const section = findSection(doc, key);
  if (section) section.content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
}
