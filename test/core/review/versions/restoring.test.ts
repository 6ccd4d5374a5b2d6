import { defaultDeleteFilter, defaultProtectedNodes } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentVersion } from '../../../../core/format/contentVersion';
import {
  createNarrativeDoc,
  emptyContent,
  type NarrativeContent,
  partFragment,
  readNarrativeDoc,
} from '../../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../../core/narrative/parts';
import { decisionsMap, evidenceMap } from '../../../../core/narrative/recordMaps';
import type { RichDoc } from '../../../../core/narrative/richText';
import { createAnchor } from '../../../../core/review/createAnchor';
import { type PartText, positionAt } from '../../../../core/review/partText';
import { placeAnchor } from '../../../../core/review/placeAnchor';
import { readPartText } from '../../../../core/review/readPartText';
import { restoreContent, restoredMaps } from '../../../../core/review/versions/restoreContent';
import { anyNarrative } from '../../export/narrativeArbitrary';
import { anyEdits, edited } from '../editsArbitrary';
import { paragraphs, rewrite } from '../reviewArbitrary';

const historyOf = (doc: Y.Doc) =>
  new Y.UndoManager([...partKeys.map((part) => partFragment(doc, part)), ...restoredMaps(doc)], {
    captureTimeout: 0,
    trackedOrigins: new Set(),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
  });

/** A narrative as any person wrote it, with what shared documents cannot hold left out. */
const anyContent = anyNarrative.map((content) =>
  readNarrativeDoc(createNarrativeDoc(structuredClone(content))),
);

/** The same with edits in one part and the records of another. */
const anyPair = fc
  .tuple(anyContent, anyContent, anyEdits, fc.constantFrom(...partKeys))
  .map(([was, other, edits, part]) => {
    const parts = { ...was.parts, [part]: edited(was.parts[part], edits) };
    const now: NarrativeContent = { ...other, parts, decisions: was.decisions };
    return { was, now: readNarrativeDoc(createNarrativeDoc(now)) };
  });

describe('restoring a version', () => {
  test('gives exactly what it said, to every window, and one undo takes all of it back (seed 20261)', () => {
    fc.assert(
      fc.property(anyPair, ({ was, now }) => {
        const doc = createNarrativeDoc(now);
        const other = createNarrativeDoc(now);
        const history = historyOf(doc);
        doc.on('updateV2', (update: Uint8Array) => Y.applyUpdateV2(other, update));
        restoreContent(doc, was, history);
        const { decisions: _kept, ...version } = was;
        expect(readNarrativeDoc(doc)).toEqual({ ...version, decisions: now.decisions });
        expect(contentVersion(readNarrativeDoc(other))).toBe(contentVersion(was));
        history.undo();
        expect(readNarrativeDoc(doc)).toEqual(now);
        expect(contentVersion(readNarrativeDoc(other))).toBe(contentVersion(now));
        history.redo();
        expect(contentVersion(readNarrativeDoc(doc))).toBe(contentVersion(was));
      }),
      { numRuns: 20 },
    );
  });

  test('there and back again loses no remark whose words are in both texts (seed 20261)', () => {
    fc.assert(
      fc.property(anyNarrative, fc.constantFrom(...partKeys), anyEdits, ({ parts }, part, edits) => {
        const content = emptyContent();
        content.parts[part] = parts[part];
        const doc = createNarrativeDoc(content);
        const was = readNarrativeDoc(doc);
        const fragment = partFragment(doc, part);
        const history = historyOf(doc);
        const lines = wholeLines(readPartText(fragment));
        rewrite(fragment, edited(parts[part], edits));
        const now = readNarrativeDoc(doc);
        const both = lines.filter(({ words }) => readPartText(fragment).text.includes(words));
        for (const version of [was, now, was]) {
          restoreContent(doc, version, history);
          const text = readPartText(fragment);
          for (const { anchorOf } of both) expect(placeAnchor(text, anchorOf(part)).state).not.toBe('orphan');
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a restored version', () => {
  test('keeps the characters of words between two changes', () => {
    const placed = restoring(
      ['The tip counts three machines of five each week.', 'It costs £30.'],
      ['The council counts three machines of ten each week.', 'New.', 'It costs £30.'],
      ['three machines', 'each week', 'costs £30'],
    );
    expect(placed).toEqual(['exact', 'exact', 'exact']);
  });

  test('finds words again that stand elsewhere in it', () => {
    const placed = restoring(
      ['Nobody wants to wait a week for a part.', 'Second.', 'Third.'],
      ['Second.', 'Third.', 'Nobody wants to wait a week for a part.'],
      ['wait a week', 'Third'],
    );
    expect(placed).toEqual(['found', 'exact']);
  });

  test('leaves what only a later build can read, and what was decided about suggestions', () => {
    const doc = createNarrativeDoc(emptyContent());
    evidenceMap(doc).set('later', { hologram: true });
    const decided = { verdict: 'accepted', by: 'Ines', at: '2027-03-01T10:00:00.000Z' };
    decisionsMap(doc).set('suggestion-1', decided);
    restoreContent(doc, emptyContent(), historyOf(doc));
    expect(evidenceMap(doc).get('later')).toEqual({ hologram: true });
    expect(decisionsMap(doc).get('suggestion-1')).toEqual(decided);
  });

  test('does not take back what somebody else wrote meanwhile in words that it brought', () => {
    const doc = createNarrativeDoc(planned(paragraphs('One.')));
    const history = historyOf(doc);
    restoreContent(doc, planned(paragraphs('One.', 'Two.')), history);
    rewrite(partFragment(doc, 'plan'), paragraphs('One.', 'Two. Three.'));
    history.undo();
    expect(readPartText(partFragment(doc, 'plan')).text).toBe('One.\n Three.');
  });
});

function planned(plan: RichDoc): NarrativeContent {
  const content = emptyContent();
  return { ...content, parts: { ...content.parts, plan } };
}

/** Puts remarks on words of the present, restores, and tells how each is placed then. */
function restoring(was: string[], now: string[], quotes: string[]): string[] {
  const doc = createNarrativeDoc(planned(paragraphs(...now)));
  const fragment = partFragment(doc, 'plan');
  const text = readPartText(fragment);
  const anchors = quotes.map((quote) => {
    const at = text.text.indexOf(quote);
    return createAnchor(text, 'plan', {
      from: positionAt(text, at),
      to: positionAt(text, at + quote.length),
    });
  });
  restoreContent(doc, planned(paragraphs(...was)), historyOf(doc));
  const restored = readPartText(fragment);
  return anchors.map((anchor) => placeAnchor(restored, anchor).state);
}

/** Every line with a word in it, and what finds it again. */
function wholeLines(text: PartText) {
  return text.lines
    .map((line) => ({ ...line, words: text.text.slice(line.start, line.start + line.length) }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
    .map(({ from, length, words }) => ({
      words,
      anchorOf: (part: PartKey) => createAnchor(text, part, { from, to: from + length }),
    }));
}
