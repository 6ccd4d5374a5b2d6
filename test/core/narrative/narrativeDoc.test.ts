import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeNarrativeFile, encodeNarrativeFile, formatVersion } from '../../../core/format/narrativeFile';
import { narrativeMetaSchema } from '../../../core/narrative/meta';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
  partFragment,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { findUnknownContent } from '../../../core/narrative/preflight';
import { canonicalDoc, parseRichDoc } from '../../../core/narrative/schema';
import { anyNarrative } from '../export/narrativeArbitrary';

const meta = narrativeMetaSchema.parse({
  id: 'quiet-harbour-7f3k',
  name: 'Quiet Harbour',
  createdAt: '2026-11-23T09:00:00.000Z',
  updatedAt: '2026-11-23T09:41:00.000Z',
  stage: 'drafting',
  draft: 1,
  language: 'en-GB',
  confidentiality: '',
  lastPlace: null,
});

describe('a narrative document', () => {
  it('reads back exactly what it was created from', () => {
    const content = emptyContent();
    expect(readNarrativeDoc(createNarrativeDoc(content))).toEqual(content);
  });

  it('reads back any narrative, every node, mark and record', () => {
    fc.assert(
      fc.property(anyNarrative, (generated) => {
        // The generator makes objects without a prototype; Yjs stores plain ones only, as JSON gives them.
        const content = structuredClone(generated);
        for (const key of partKeys) content.parts[key] = canonicalDoc(content.parts[key]);
        expect(readNarrativeDoc(createNarrativeDoc(content))).toEqual(content);
      }),
      { numRuns: 100 },
    );
  });

  it('is one and the same when its template is seeded twice and merged', () => {
    const first = createNarrativeDoc(emptyContent());
    Y.applyUpdateV2(first, encodeNarrativeDoc(createNarrativeDoc(emptyContent())));
    expect(readNarrativeDoc(first)).toEqual(emptyContent());
  });

  it.each(partKeys)('seeds a template of %s that its schema accepts', (key) => {
    expect(parseRichDoc(emptyContent().parts[key])).toMatchObject({ ok: true });
  });

  it('names nodes it does not know instead of losing them', () => {
    const doc = createNarrativeDoc(emptyContent());
    partFragment(doc, 'release').push([new Y.XmlElement('callout')]);
    expect(findUnknownContent(doc)).toEqual(['node callout']);
  });
});

describe('a narrative file', () => {
  const file = () => {
    const doc = createNarrativeDoc(emptyContent());
    const yjs = Buffer.from(encodeNarrativeDoc(doc)).toString('base64');
    return { meta, content: readNarrativeDoc(doc), yjs, review: {} };
  };

  it('reads back what was written, shared document included', () => {
    const written = file();
    const read = decodeNarrativeFile(encodeNarrativeFile(written, '2026-11-23T09:41:00.000Z'));
    expect(read).toMatchObject(written);
    expect(readNarrativeDoc(decodeNarrativeDoc(Buffer.from(read.yjs, 'base64')))).toEqual(written.content);
  });

  it('refuses a file from a newer version and says so', () => {
    const text = encodeNarrativeFile(file(), '2026-11-23T09:41:00.000Z').replace(
      `"version":${formatVersion}`,
      `"version":${formatVersion + 1}`,
    );
    expect(() => decodeNarrativeFile(text)).toThrow(expect.objectContaining({ code: 'file-from-future' }));
  });

  it('notices a single changed character', () => {
    const text = encodeNarrativeFile(file(), '2026-11-23T09:41:00.000Z').replace(
      'Quiet Harbour',
      'Quiet Harbor!',
    );
    expect(() => decodeNarrativeFile(text)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
  });
});
