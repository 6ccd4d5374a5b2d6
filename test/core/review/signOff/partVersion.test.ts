import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  type NarrativeContent,
  partFragment,
  readNarrativeDoc,
} from '../../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../../core/narrative/parts';
import type { RichDoc, RichNode } from '../../../../core/narrative/richText';
import { canonicalDoc } from '../../../../core/narrative/schema';
import { partVersion } from '../../../../core/review/signOff/partVersion';
import { readSignOffs } from '../../../../core/review/signOff/readSignOffs';
import { screenRecordSchema } from '../../../../core/screens/screenRecord';
import { anyNarrative } from '../../export/narrativeArbitrary';
import { sampleContent } from '../../export/sampleNarrative';
import { paragraphs, rewrite } from '../reviewArbitrary';
import { signing } from './signingArbitrary';

const anyPart = fc.constantFrom(...partKeys);
const versions = (content: NarrativeContent) => partKeys.map((part) => partVersion(content, part));

function withPart(content: NarrativeContent, part: PartKey, doc: RichDoc): NarrativeContent {
  return { ...content, parts: { ...content.parts, [part]: doc } };
}

/** The same text with every node run through `change`. */
function mapNodes(node: RichNode, change: (node: RichNode) => RichNode): RichNode {
  const changed = change(node);
  return changed.content
    ? { ...changed, content: changed.content.map((child) => mapNodes(child, change)) }
    : changed;
}

describe('the version of a part', () => {
  test('is the same for the same text, whatever else the narrative says', () => {
    fc.assert(
      fc.property(anyNarrative, anyPart, anyPart, (content, part, other) => {
        const version = partVersion(content, part);
        expect(version).toMatch(/^[0-9a-f]{16}$/);
        expect(partVersion(readNarrativeDoc(createNarrativeDoc(structuredClone(content))), part)).toBe(
          version,
        );
        const elsewhere = withPart(content, other, canonicalDoc(paragraphs('Something else.')));
        if (other !== part) expect(partVersion(elsewhere, part)).toBe(version);
        expect(partVersion({ ...content, states: { [part]: 'reviewed' }, drawer: {} }, part)).toBe(version);
      }),
      { numRuns: 8 },
    );
  });

  test('is another one for other words, and the first one again once they are back', () => {
    fc.assert(
      fc.property(anyNarrative, anyPart, (content, part) => {
        const version = partVersion(content, part);
        const doc = content.parts[part];
        const longer = {
          ...doc,
          content: [...(doc.content ?? []), ...(paragraphs('One more.').content ?? [])],
        };
        const changed = withPart(content, part, canonicalDoc(longer));
        expect(partVersion(changed, part)).not.toBe(version);
        expect(partVersion(withPart(changed, part, doc), part)).toBe(version);
      }),
      { numRuns: 8 },
    );
  });

  test('comes back with an undo, and with it what was signed', () => {
    const doc = createNarrativeDoc(sampleContent());
    const history = new Y.UndoManager(partFragment(doc, 'release'), { trackedOrigins: new Set([null]) });
    const signed = signing({ version: partVersion(readNarrativeDoc(doc), 'release') });
    const holds = () => readSignOffs([signed], readNarrativeDoc(doc)).release.map((one) => one.holds);
    expect(holds()).toEqual([true]);
    rewrite(partFragment(doc, 'release'), paragraphs('Something else.'));
    expect(holds()).toEqual([false]);
    history.undo();
    expect(holds()).toEqual([true]);
  });

  test('does not change with what nobody reads: promises, ids, where a question came from', () => {
    fc.assert(
      fc.property(anyNarrative, (content) => {
        const marked = (node: RichNode): RichNode =>
          node.type === 'text' && !node.marks?.some(({ type }) => type === 'code' || type === 'promise')
            ? { ...node, marks: [...(node.marks ?? []), { type: 'promise', attrs: { id: 'p' } }] }
            : node;
        const numbered = (node: RichNode): RichNode =>
          node.type === 'faqItem' ? { ...node, attrs: { ...node.attrs, id: 'other', bankNumber: 3 } } : node;
        const parts = Object.fromEntries(
          partKeys.map((part) => [
            part,
            canonicalDoc(mapNodes(mapNodes(content.parts[part], marked), numbered) as RichDoc),
          ]),
        ) as NarrativeContent['parts'];
        expect(versions({ ...content, parts })).toEqual(versions(content));
      }),
      { numRuns: 8 },
    );
  });
});

const useCase: RichNode = {
  type: 'useCase',
  attrs: { id: 'story' },
  content: [{ type: 'step', attrs: { id: 'first' }, content: [{ type: 'paragraph' }] }],
};

/** A field in the plan, a source in the release, a screen in the manual, and a story with a storyboard. */
function contentWithRecords(): NarrativeContent {
  const content = emptyContent();
  const inline = (node: RichNode): RichDoc =>
    canonicalDoc({ type: 'doc', content: [{ type: 'paragraph', content: [node] }] });
  const mark = { type: 'evidence' as const, attrs: { id: 'card' } };
  content.parts.plan = inline({ type: 'fact', attrs: { key: 'price', value: '£30' } });
  content.parts.release = inline({ type: 'text', text: 'Three of five.', marks: [mark] });
  content.parts.manuals = canonicalDoc({ type: 'doc', content: [{ type: 'screen', attrs: { id: 'map' } }] });
  content.parts.experience = canonicalDoc({ type: 'doc', content: [useCase] });
  const noted = { setBy: 'Tom', setAt: '' as const };
  content.evidence.card = {
    ...{ id: 'card', state: 'heard', what: 'A survey', who: '', when: '', link: '', asset: '', note: '' },
    ...noted,
  };
  const confirmed = { confirmedAt: '2026-11-20T10:00:00.000Z', confirmedBy: 'Tom' };
  content.facts.price = { key: 'price', label: 'Price', value: '£30', ...confirmed };
  content.screens.map = screenRecordSchema.parse({
    ...{ id: 'map', title: 'Map', alt: '', template: '', picture: null, versions: [], hotspots: [] },
    ...{ follows: '', changedAt: '', changedBy: '' },
  });
  const frame = { id: 'f', beat: 'need' as const, caption: 'Before', step: 'first', screen: 'map' };
  content.storyboards.story = { useCase: 'story', frames: [frame] };
  return content;
}

describe('the version of a part that names records', () => {
  const content = contentWithRecords();
  const known = versions(content);
  const differing = (change: (content: NarrativeContent) => void) => {
    const changed = structuredClone(content);
    change(changed);
    const now = versions(changed);
    return partKeys.filter((_, index) => now[index] !== known[index]);
  };

  test('changes with what they say', () => {
    expect(
      differing(({ facts }) => {
        if (facts.price) facts.price.value = '£40';
      }),
    ).toEqual(['plan']);
    expect(
      differing(({ evidence }) => {
        if (evidence.card) evidence.card.state = 'known';
      }),
    ).toEqual(['release']);
    expect(
      differing(({ screens }) => {
        if (screens.map) screens.map.alt = 'A map of Leeds.';
      }),
    ).toEqual(['experience', 'manuals']);
    expect(
      differing(({ storyboards }) => {
        storyboards.story = { useCase: 'story', frames: [] };
      }),
    ).toEqual(['experience']);
  });

  test('does not change with who wrote them down, and when', () => {
    expect(
      differing(({ evidence, facts, screens }) => {
        if (evidence.card) evidence.card.setBy = 'Ruth';
        if (facts.price) facts.price.confirmedBy = 'Ruth';
        if (screens.map) screens.map.changedBy = 'Ruth';
      }),
    ).toEqual([]);
  });
});
