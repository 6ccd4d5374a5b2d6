import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  partFragment,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { findSection, plainText } from '../../../core/narrative/plainText';
import { writeSectionText } from '../../../renderer/features/newNarrative/sectionText';

const brief = (doc: Y.Doc) => partFragment(doc, 'brief');

/** The lines of a section, empty ones too. */
function linesOf(doc: Y.Doc, key: string): string[] {
  const section = findSection(readNarrativeDoc(doc).parts.brief, key);
  return (section?.content ?? []).map(plainText);
}

const textArbitrary = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🙂', '👍', '\n'), maxLength: 12 }))
  .map((pieces) => pieces.join(''));

test('the section says exactly what was written, whatever it said before', () => {
  fc.assert(
    fc.property(fc.array(textArbitrary, { minLength: 1, maxLength: 6 }), (texts) => {
      const doc = createNarrativeDoc(emptyContent());
      for (const text of texts) {
        writeSectionText(brief(doc), 'customer', text);
        expect(linesOf(doc, 'customer')).toEqual(text.split('\n'));
      }
      expect(linesOf(doc, 'benefit')).toEqual(['']);
    }),
  );
});

test('two people who write in different places of one answer both keep their words', () => {
  const mine = createNarrativeDoc(emptyContent());
  writeSectionText(brief(mine), 'customer', 'Households in Leeds');
  const yours = new Y.Doc();
  Y.applyUpdateV2(yours, Y.encodeStateAsUpdateV2(mine));

  writeSectionText(brief(mine), 'customer', 'Young households in Leeds');
  writeSectionText(brief(yours), 'customer', 'Households in Leeds and Otley');
  Y.applyUpdateV2(mine, Y.encodeStateAsUpdateV2(yours));
  expect(linesOf(mine, 'customer')).toEqual(['Young households in Leeds and Otley']);
});
