import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartKey, partDefinitions, partKeys } from '../../../core/narrative/parts';
import { emptySection, partTemplate } from '../../../core/narrative/partTemplate';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { narrativeSchema } from '../../../core/narrative/schema';
import { isItem } from '../../../renderer/editor/structure/cells';
import { normalise } from '../../../renderer/editor/structure/normalise';
import { fixedSections } from '../../../renderer/editor/structure/sectionGuard';

function normalised(part: PartKey, doc: RichDoc) {
  let next = 0;
  const newId = () => `new-${next++}`;
  const state = EditorState.create({ doc: narrativeSchema.nodeFromJSON(doc) });
  return normalise(state.tr, { part, newId }).doc;
}

const text = (value: string): RichNode => ({ type: 'text', text: value });
const paragraph = (value: string): RichNode => ({ type: 'paragraph', content: [text(value)] });

const words = fc.constantFrom('price', 'household', 'repair', 'ü', '𝄞');
const block = words.map(paragraph);
const label = (type: 'faqQuestion' | 'title') =>
  words.map((value): RichNode => ({ type, content: [text(value)] }));
const blocks = fc.array(block, { minLength: 1, maxLength: 3 });
const id = fc.constantFrom('a', 'b', '', null);

const named = fc
  .record({ type: fc.constantFrom('heading', 'unwritten'), level: fc.constantFrom(2, 3, 4), id })
  .map(
    ({ type, level, id: own }): RichNode =>
      type === 'heading'
        ? { type, attrs: { level, id: own }, content: [text('Move it')] }
        : { type: 'unwritten', attrs: { id: own }, content: [paragraph('prices')] },
  );
const listed = named.map(
  (inside): RichNode => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('first'), inside] }],
  }),
);
const manualBlocks = fc.array(fc.oneof(block, named, listed), { minLength: 1, maxLength: 4 });

const anySection = fc
  .record({
    key: fc.constantFrom('heading', 'problem', 'about', 'concepts', 'howTo', ''),
    fixed: fc.boolean(),
    content: fc.oneof(blocks, manualBlocks),
  })
  .map(({ key, fixed, content }): RichNode => ({ type: 'section', attrs: { key, fixed }, content }));
const anyItem = (type: 'faqItem' | 'step') =>
  fc
    .record({
      id,
      content: fc.array(fc.oneof(block, label(type === 'faqItem' ? 'faqQuestion' : 'title')), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map((item): RichNode => ({ type, attrs: { id: item.id }, content: item.content }));
const anyGroup = (type: 'useCase' | 'manual') =>
  fc
    .record({
      id,
      content: fc.array(fc.oneof(block, label('title'), type === 'useCase' ? anyItem('step') : anySection), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map((item): RichNode => ({ type, attrs: { id: item.id }, content: item.content }));
const anyDoc = fc
  .array(fc.oneof(block, anySection, anyItem('faqItem'), anyGroup('useCase'), anyGroup('manual')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((content): RichDoc => ({ type: 'doc', content }));

const outermostIn = (section: ProseMirrorNode): number =>
  Math.min(...section.children.filter(({ type }) => type.name === 'heading').map(({ attrs }) => attrs.level));

const sortedWords = (value: string) => [...value].sort().join('');

describe('normalise', () => {
  it('leaves every template as it is', () => {
    for (const part of partKeys) {
      const doc = narrativeSchema.nodeFromJSON(partTemplate(part));
      expect(normalised(part, partTemplate(part)).eq(doc)).toBe(true);
    }
  });

  it('never loses a word, settles at once and ends valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...partKeys), anyDoc, (part, doc) => {
        const before = narrativeSchema.nodeFromJSON(doc);
        const after = normalised(part, doc);
        after.check();
        expect(sortedWords(after.textContent)).toBe(sortedWords(before.textContent));
        const again = normalise(EditorState.create({ doc: after }).tr, { part, newId: () => 'other' });
        expect(again.docChanged).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every title of a how-to and every unwritten place an id, each once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...partKeys), anyDoc, (part, doc) => {
        const ids: unknown[] = [];
        normalised(part, doc).descendants((node, _pos, parent) => {
          const isTitle = node.type.name === 'heading' && parent?.attrs.key === 'howTo';
          const isOutermost = isTitle && node.attrs.level === outermostIn(parent);
          const isNamed = (node.type.name === 'heading' || isItem(node)) && node.attrs.id;
          if (isOutermost || isNamed || node.type.name === 'unwritten') ids.push(node.attrs.id);
        });
        expect(ids.every((own) => typeof own === 'string' && own !== '')).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every part its fixed sections, each once', () => {
    fc.assert(
      fc.property(fc.constantFrom('release', 'brief'), anyDoc, (part, doc) => {
        const found = fixedSections(normalised(part, doc)).filter((key) => !key.includes('/'));
        for (const { key } of partDefinitions[part].sections) {
          expect(found.filter((other) => other === key)).toHaveLength(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('puts a lost section back in its place', () => {
    const content = (partTemplate('release').content ?? []).filter((node) => node.attrs?.key !== 'problem');
    const keys = fixedSections(normalised('release', { type: 'doc', content }));
    expect(keys).toEqual(partDefinitions.release.sections.map((section) => section.key));
  });

  it('gathers the words of a doubled section in the first one', () => {
    const doubled = { ...emptySection('problem'), content: [paragraph('Six days.')] };
    const doc: RichDoc = { type: 'doc', content: [...(partTemplate('release').content ?? []), doubled] };
    const after = normalised('release', doc);
    expect(after.childCount).toBe(partDefinitions.release.sections.length);
    const problem = after.child(4);
    expect([problem.attrs.key, problem.textContent]).toEqual(['problem', 'Six days.']);
  });

  it('makes a heading at the head of an item its question', () => {
    const item: RichNode = {
      type: 'faqItem',
      attrs: { id: 'a' },
      content: [{ type: 'heading', attrs: { level: 2 }, content: [text('Why?')] }, paragraph('Because.')],
    };
    const after = normalised('customerFaq', { type: 'doc', content: [item] });
    expect(after.firstChild?.firstChild?.type.name).toBe('faqQuestion');
    expect(after.firstChild?.childCount).toBe(2);
  });

  it('gives a pasted copy an id of its own', () => {
    const item = partTemplate('customerFaq').content?.[0] as RichNode;
    const after = normalised('customerFaq', { type: 'doc', content: [item, item] });
    expect([after.child(0).attrs.id, after.child(1).attrs.id]).toEqual(['customerFaq-first', 'new-0']);
  });
});
