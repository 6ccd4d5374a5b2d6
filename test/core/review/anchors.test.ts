import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PartKey } from '../../../core/narrative/parts';
import { partKeys } from '../../../core/narrative/parts';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { narrativeSchema } from '../../../core/narrative/schema';
import { anchorLimits, anchorSchema } from '../../../core/review/anchor';
import { createAnchor, createItemAnchor } from '../../../core/review/createAnchor';
import { type PartText, positionAt } from '../../../core/review/partText';
import { type Placement, placeAnchor } from '../../../core/review/placeAnchor';
import { readDocText, readPartText } from '../../../core/review/readPartText';
import { anyNarrative } from '../export/narrativeArbitrary';
import { anyEdits, edited } from './editsArbitrary';
import { anyAnchor, paragraphs, rewrite, sharedText } from './reviewArbitrary';

const part: PartKey = 'plan';
const anyPart = fc.tuple(anyNarrative, fc.constantFrom(...partKeys)).map(([{ parts }, key]) => parts[key]);

/** The words between two positions, as ProseMirror reads them. */
const wordsAt = (doc: RichDoc, from: number, to: number) =>
  narrativeSchema.nodeFromJSON(doc).textBetween(from, to, '\n', '\ufffc');

/** Without line feeds at the ends, and without the half of a character that a selection cut through. */
const whole = (words: string) =>
  words.replace(/^\n+|\n+$/g, '').replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** A remark on the words, put on a text that is then rewritten. */
function remarkOn(lines: string[], words: string, now: string[]): { placement: Placement; words: string } {
  const fragment = sharedText(paragraphs(...lines));
  const text = readPartText(fragment);
  const at = text.text.indexOf(words);
  const range = { from: positionAt(text, at), to: positionAt(text, at + words.length) };
  const anchor = createAnchor(text, part, range);
  rewrite(fragment, paragraphs(...now));
  return place(readPartText(fragment), paragraphs(...now), anchor);
}

function place(text: PartText, doc: RichDoc, anchor: Parameters<typeof placeAnchor>[1]) {
  const placement = placeAnchor(text, anchor);
  const words = placement.state === 'orphan' ? '' : wordsAt(doc, placement.from, placement.to);
  return { placement, words };
}

describe('the text of a part', () => {
  test('has the positions of ProseMirror, and is the same read from either side', () => {
    fc.assert(
      fc.property(anyPart, (doc) => {
        const plain = readDocText(doc);
        const shared = readPartText(sharedText(doc));
        expect({ ...shared, runs: [], runsOf: new Map() }).toEqual(plain);
        const node = narrativeSchema.nodeFromJSON(doc);
        for (const { from, start, length } of plain.lines) {
          const words = node.textBetween(from, from + length, '\n', '\ufffc');
          expect(plain.text.slice(start, start + length)).toBe(words);
        }
        for (const { id, from, to } of plain.items) {
          expect(node.nodeAt(from)).toMatchObject({ attrs: { id }, nodeSize: to - from });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('any anchor', () => {
  test('is a sound record, and finds its words exactly while they are not touched', () => {
    fc.assert(
      fc.property(anyPart, fc.nat(), fc.nat(), (doc, a, b) => {
        const text = readPartText(sharedText(doc));
        const size = narrativeSchema.nodeFromJSON(doc).content.size;
        const [from = 0, to = 0] = [a % (size + 1), b % (size + 1)].sort((one, other) => one - other);
        const anchor = createAnchor(text, part, { from, to });
        expect(anchorSchema.parse(anchor)).toEqual(anchor);
        const { placement, words } = place(text, doc, anchor);
        expect(placement.state).toBe('exact');
        // The end of a line is no word, whichever side of it a range ends on.
        const said = (quote: string) => whole(quote.slice(0, anchorLimits.quote)).replace(/^\n+|\n+$/g, '');
        expect(said(words)).toBe(said(anchor.quote));
      }),
      { numRuns: 100 },
    );
  });

  test('is never lost while its words are there, whatever was edited around them', () => {
    fc.assert(
      fc.property(anyPart, anyEdits, (doc, edits) => {
        const fragment = sharedText(doc);
        const before = readPartText(fragment);
        const anchors = before.lines
          .filter(({ length }) => length >= 8)
          .map(({ from, length }) => createAnchor(before, part, { from, to: from + length }));
        rewrite(fragment, edited(doc, edits));
        const after = readPartText(fragment);
        for (const anchor of anchors) {
          const { state } = placeAnchor(after, anchor);
          if (after.text.includes(anchor.quote)) expect(state).not.toBe('orphan');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never throws and stays inside of the text, whatever a file claims', () => {
    fc.assert(
      fc.property(anyPart, anyAnchor, (doc, anchor) => {
        const placement = placeAnchor(readPartText(sharedText(doc)), anchor);
        if (placement.state === 'orphan') return;
        const { size } = narrativeSchema.nodeFromJSON(doc).content;
        expect(placement.from).toBeLessThanOrEqual(placement.to);
        expect(placement.from).toBeGreaterThanOrEqual(0);
        expect(placement.to).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe('an anchor', () => {
  const before = ['Ines pays nothing.', 'The charge is £30 a visit.', 'It ends there.'];
  test.each([
    ['typed around', ['Ines pays.', 'Now: The charge is £30 a visit.', 'End.'], 'exact', 'charge is £30'],
    ['shortened', ['Ines pays nothing.', 'The is £30 a visit.', 'It ends there.'], 'exact', 'is £30'],
    [
      'typed into',
      ['Ines pays nothing.', 'The charge today is £30 a visit.', 'x'],
      'exact',
      'charge today is £30',
    ],
    [
      'moved',
      ['The charge is £30 a visit.', 'Ines pays nothing.', 'It ends there.'],
      'found',
      'charge is £30',
    ],
    ['deleted', ['Ines pays nothing.', 'It ends there.'], 'orphan', ''],
  ])('on words that were %s', (_what, now, ...expected) => {
    const placed = remarkOn(before, 'charge is £30', now);
    expect([placed.placement.state, placed.words]).toEqual(expected);
  });

  test('on deleted words is not put on the same short word elsewhere', () => {
    const fragment = sharedText(paragraphs('Take the train.', 'Or the bus.'));
    const anchor = createAnchor(readPartText(fragment), part, { from: 6, to: 9 });
    ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(5, 4);
    expect(anchor.quote).toBe('the');
    expect(placeAnchor(readPartText(fragment), anchor)).toEqual({ state: 'orphan' });
  });

  test('is exact again after an undo', () => {
    const fragment = sharedText(paragraphs(...before));
    const text = readPartText(fragment);
    const anchor = createAnchor(text, part, { from: 25, to: 31 });
    const history = new Y.UndoManager(fragment, { trackedOrigins: new Set(['typing']) });
    fragment.doc?.transact(() => {
      const line = fragment.get(1) as Y.XmlElement;
      (line.get(0) as Y.XmlText).delete(0, 26);
    }, 'typing');
    expect(placeAnchor(readPartText(fragment), anchor).state).toBe('orphan');
    history.undo();
    expect(placeAnchor(readPartText(fragment), anchor)).toEqual({ state: 'exact', from: 25, to: 31 });
  });

  test('without character ids finds its words by what stands around them, however they are quoted', () => {
    const lines = ['He said “no”.', 'She said “no” twice.'];
    const plain = createAnchor(readDocText(paragraphs('He said "no".', 'She said "no" twice.')), part, {
      from: 25,
      to: 29,
    });
    expect(plain).toMatchObject({ quote: '"no"', from: null, to: null });
    const placed = place(readPartText(sharedText(paragraphs(...lines))), paragraphs(...lines), plain);
    expect(placed).toEqual({ placement: { state: 'found', from: 25, to: 29 }, words: '“no”' });
  });
});

describe('an anchor without words of its own', () => {
  test('from one empty line to another is exact', () => {
    const fragment = sharedText(paragraphs('', ''));
    const anchor = createAnchor(readPartText(fragment), part, { from: 0, to: 3 });
    expect(placeAnchor(readPartText(fragment), anchor)).toEqual({ state: 'exact', from: 1, to: 3 });
  });

  test('on a place between two words goes with them, and one in an empty block stays there', () => {
    const fragment = sharedText(paragraphs('one two', '', 'three'));
    const text = readPartText(fragment);
    const between = createAnchor(text, part, { from: 5, to: 5 });
    const inEmpty = createAnchor(text, part, { from: 10, to: 10 });
    expect([between.quote, inEmpty.quote]).toEqual(['', '']);
    rewrite(fragment, paragraphs('zero one two', 'now written', 'three'));
    const now = readPartText(fragment);
    expect(placeAnchor(now, between)).toEqual({ state: 'exact', from: 10, to: 10 });
    expect(placeAnchor(now, inEmpty)).toEqual({ state: 'exact', from: 15, to: 15 });
  });

  test('on an item as a whole goes with the item, and is told by its title when that is gone', () => {
    const question = (id: string, words: string): RichNode => ({
      type: 'faqItem',
      attrs: { id },
      content: [
        { type: 'faqQuestion', content: [{ type: 'text', text: words }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Because.' }] },
      ],
    });
    const items = (...content: RichNode[]): RichDoc => ({ type: 'doc', content });
    const [why, how] = [question('why', 'Why now?'), question('how', 'How much?')];
    const anchor = createItemAnchor(readDocText(items(why, how)), 'customerFaq', 'how');
    expect(anchor).toMatchObject({ item: 'how', quote: 'How much?' });
    if (!anchor) return;
    expect(placeAnchor(readDocText(items(how, why)), anchor)).toEqual({ state: 'exact', from: 0, to: 23 });
    const renamed = items(why, question('other', 'How much?'));
    expect(placeAnchor(readDocText(renamed), anchor)).toMatchObject({ state: 'found' });
    expect(placeAnchor(readDocText(items(why)), anchor)).toEqual({ state: 'orphan' });
    expect(createItemAnchor(readDocText(items(why)), 'customerFaq', 'how')).toBeNull();
  });
});
