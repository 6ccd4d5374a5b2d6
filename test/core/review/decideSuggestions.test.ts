import { defaultDeleteFilter, defaultProtectedNodes } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  partFragment,
  readNarrativeDoc,
  readPart,
} from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { canonicalDoc } from '../../../core/narrative/schema';
import { compareParts } from '../../../core/review/compareParts';
import { createAnchor } from '../../../core/review/createAnchor';
import { decideSuggestions } from '../../../core/review/decideSuggestions';
import { placeAnchor } from '../../../core/review/placeAnchor';
import { readPartText } from '../../../core/review/readPartText';
import type { ReviewRecordOf, SuggestionDecision } from '../../../core/review/reviewRecord';
import { anyNarrative } from '../export/narrativeArbitrary';
import { anyEdits, edited, said } from './editsArbitrary';
import { paragraphs } from './reviewArbitrary';

const anyPart = fc
  .tuple(anyNarrative, fc.constantFrom(...partKeys))
  .map(([{ parts }, part]) => ({ part, was: parts[part] }));

const decision = (verdict: SuggestionDecision['verdict']): SuggestionDecision => ({
  verdict,
  by: 'Ines',
  at: '2026-11-01T10:00:00.000Z',
});

/** A shared document, and what an edited copy of one part would change in it. */
function suggested(part: PartKey, was: RichDoc, now: RichDoc) {
  const content = emptyContent();
  content.parts[part] = was;
  const doc = createNarrativeDoc(content);
  const fragment = partFragment(doc, part);
  const suggestions = compareParts(part, fragment, now).map(
    ({ anchor, change }, index): ReviewRecordOf<'suggestion'> => ({
      kind: 'suggestion',
      id: `suggestion-${index}`,
      at: '2026-11-01T09:00:00.000Z',
      by: 'Tom',
      origin: { kind: 'here', file: '' },
      anchor,
      change,
    }),
  );
  // As a window keeps it, which protects blocks that somebody else has written in.
  const history = new Y.UndoManager(fragment, {
    trackedOrigins: new Set(),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
  });
  return { doc, fragment, suggestions, history };
}

/** What is put into or taken out of a line besides text parts its characters: those behind it are written anew. */
const hasInlineThings = (doc: RichDoc) => /"type":"(?:footnote|fact|hardBreak)"/u.test(JSON.stringify(doc));

describe('accepting suggestions', () => {
  test('one after the other gives the edited copy, and one undo after the other the text before', () => {
    fc.assert(
      fc.property(anyPart, anyEdits, ({ part, was }, edits) => {
        const plain = edited(withoutInlineThings(was), edits);
        fc.pre(!hasInlineThings(plain));
        const before = withoutInlineThings(was);
        const { doc, suggestions, history } = suggested(part, before, plain);
        const conflicts = suggestions.flatMap(
          (one) => decideSuggestions(doc, [one], { decision: decision('accepted'), history }).conflicts,
        );
        expect(conflicts).toEqual([]);
        expect(said(readPart(doc, part))).toBe(said(plain));
        expect(Object.keys(readNarrativeDoc(doc).decisions)).toHaveLength(suggestions.length);
        for (const _one of suggestions) history.undo();
        expect(said(readPart(doc, part))).toBe(said(before));
        expect(readNarrativeDoc(doc).decisions).toEqual({});
      }),
      { numRuns: 60 },
    );
  });

  test('all at once is one step of the history, twice is once, and what fits no more is told', () => {
    fc.assert(
      fc.property(anyPart, anyEdits, ({ part, was }, edits) => {
        const now = edited(was, edits);
        const { doc, suggestions, history } = suggested(part, was, now);
        const accept = () => decideSuggestions(doc, suggestions, { decision: decision('accepted'), history });
        const { done, conflicts } = accept();
        expect([...done, ...conflicts].sort()).toEqual(suggestions.map(({ id }) => id).sort());
        const accepted = said(readPart(doc, part));
        if (conflicts.length === 0) {
          expect(accepted).toBe(said(now));
          expect(accept()).toEqual({ done: [], conflicts: [], known: done });
          expect(said(readPart(doc, part))).toBe(accepted);
        }
        history.undo();
        expect(said(readPart(doc, part))).toBe(said(was));
        expect(readNarrativeDoc(doc).decisions).toEqual({});
      }),
      { numRuns: 40 },
    );
  });
});

function withoutInlineThings<T extends RichNode>(node: T): T {
  const content = node.content
    ?.filter(({ type }) => type !== 'footnote' && type !== 'fact' && type !== 'hardBreak')
    .map(withoutInlineThings);
  return { ...node, ...(content ? { content } : {}) };
}

const note: RichNode = { type: 'footnote', attrs: { text: 'Heard in interviews.' } };
const line = (...content: RichNode[]): RichDoc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});
const text = (words: string, mark?: 'bold'): RichNode => ({
  type: 'text',
  text: words,
  ...(mark ? { marks: [{ type: mark }] } : {}),
});

describe('accepting one suggestion', () => {
  test('leaves every other character what it was, so that remarks stay exact', () => {
    const was = line(
      text('It costs £30 a visit'),
      note,
      text(' and '),
      text('never', 'bold'),
      text(' more.'),
    );
    const now = line(
      text('It costs £35 a visit'),
      note,
      text(' and '),
      text('not', 'bold'),
      text(' a penny more.'),
    );
    const { doc, fragment, suggestions, history } = suggested('plan', was, now);
    expect(suggestions).toHaveLength(2);
    const before = readPartText(fragment);
    const words = ['It costs £', ' a visit', ' and ', ' more.'];
    const anchors = words.map((quote) => {
      const from = 1 + before.text.indexOf(quote);
      return createAnchor(before, 'plan', { from, to: from + quote.length });
    });
    decideSuggestions(doc, suggestions, { decision: decision('accepted'), history });
    expect(readPart(doc, 'plan')).toEqual(now);
    const after = readPartText(fragment);
    for (const anchor of anchors) {
      const placed = placeAnchor(after, {
        ...anchor,
        quote: 'only ids may find it',
        before: '?',
        after: '?',
      });
      if (placed.state === 'orphan') throw new Error(`“${anchor.quote}” lost its characters.`);
      expect(placed.state).toBe('exact');
      expect(after.text.slice(placed.from - 1, placed.to - 1)).toBe(anchor.quote);
    }
  });
});

describe('a suggestion', () => {
  test('is refused where the words are others by now, and the text stays as it is', () => {
    const { doc, fragment, suggestions, history } = suggested(
      'plan',
      paragraphs('It costs £30.', 'It ends.'),
      paragraphs('It costs £35.'),
    );
    const writer = new Y.UndoManager(fragment);
    const first = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    first.delete(10, 2);
    first.insert(10, '40');
    ((fragment.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(7, 'late');
    const before = readPart(doc, 'plan');
    const decided = decideSuggestions(doc, suggestions, { decision: decision('accepted'), history });
    expect(decided).toEqual({ done: [], conflicts: suggestions.map(({ id }) => id), known: [] });
    expect(readPart(doc, 'plan')).toEqual(before);
    expect(readNarrativeDoc(doc).decisions).toEqual({});
    writer.destroy();
  });

  test('that was put in by hand meanwhile does not put it in again', () => {
    const was = paragraphs('It costs £30.', 'It ends.');
    const { doc, fragment, suggestions, history } = suggested(
      'plan',
      was,
      paragraphs('It always costs £30.', 'Truly.', 'It ends.'),
    );
    ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, 'always ');
    const added = new Y.XmlElement('paragraph');
    added.insert(0, [new Y.XmlText('Truly.')]);
    fragment.insert(1, [added]);
    const { conflicts } = decideSuggestions(doc, suggestions, { decision: decision('accepted'), history });
    expect(conflicts).toEqual(suggestions.map(({ id }) => id));
    expect(readPart(doc, 'plan')).toEqual(paragraphs('It always costs £30.', 'Truly.', 'It ends.'));
  });

  test('never takes a fixed section away, whatever a file asks for', () => {
    const was = emptyContent().parts.release;
    const { doc, fragment, history } = suggested('release', was, was);
    const [heading] = was.content ?? [];
    const suggestion: ReviewRecordOf<'suggestion'> = {
      kind: 'suggestion',
      id: 'attack',
      at: '2026-11-01T09:00:00.000Z',
      by: '',
      origin: { kind: 'package', file: 'a.dateline' },
      anchor: createAnchor(readPartText(fragment), 'release', { from: 2, to: 2 }),
      change: { kind: 'delete', was: heading ? [heading] : [] },
    };
    const made = { decision: decision('accepted'), history };
    expect(decideSuggestions(doc, [suggestion], made).conflicts).toEqual(['attack']);
    const broken: typeof suggestion = {
      ...suggestion,
      change: { kind: 'insert', side: 'after', now: [{ type: 'tableRow', content: [{ type: 'doc' }] }] },
    };
    expect(decideSuggestions(doc, [broken], made).conflicts).toEqual(['attack']);
    expect(readPart(doc, 'release')).toEqual(was);
  });

  test('rejecting leaves the text and can be taken back', () => {
    const { doc, suggestions, history } = suggested('plan', paragraphs('One.'), paragraphs('Two.'));
    decideSuggestions(doc, suggestions, { decision: decision('rejected'), history });
    expect(readPart(doc, 'plan')).toEqual(paragraphs('One.'));
    expect(readNarrativeDoc(doc).decisions).toEqual({ 'suggestion-0': decision('rejected') });
    history.undo();
    expect(readNarrativeDoc(doc).decisions).toEqual({});
  });
});

describe('a suggestion that comes back', () => {
  test('from a program that knows no promises finds its words, and leaves them promised', () => {
    const promised = (words: string): RichNode => ({
      type: 'text',
      text: words,
      marks: [{ type: 'promise', attrs: { id: 'p1' } }],
    });
    const was = canonicalDoc(line(text('It '), promised('costs £3'), text(', and nothing else.')));
    const { doc, history } = suggested('plan', was, was);
    const fragment = partFragment(doc, 'plan');
    const anchor = {
      ...createAnchor(readPartText(fragment), 'plan', { from: 4, to: 12 }),
      from: null,
      to: null,
    };
    const change = { kind: 'words', was: [text('costs £3')], now: [text('costs £4')] } as const;
    const record: ReviewRecordOf<'suggestion'> = {
      ...{ kind: 'suggestion', id: 's1', at: '2026-11-01T09:00:00.000Z', by: 'Tom' },
      ...{ origin: { kind: 'word', file: 'Fairmend.docx' }, anchor },
      change: { ...change, was: [...change.was], now: [...change.now] },
    };
    expect(decideSuggestions(doc, [record], { decision: decision('accepted'), history }).done).toEqual([
      's1',
    ]);
    expect(readPart(doc, 'plan').content).toEqual(
      canonicalDoc(line(text('It '), promised('costs £4'), text(', and nothing else.'))).content,
    );
  });
});
