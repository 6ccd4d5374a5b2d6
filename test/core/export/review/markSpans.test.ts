import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingNode, ReviewMark } from '../../../../core/export/reading/readingNode';
import { contentSize, markSpans } from '../../../../core/export/review/markSpans';
import type { RichNode } from '../../../../core/narrative/richText';
import { canonicalDoc, canonicalNode } from '../../../../core/narrative/schema';
import { anyNarrative } from '../narrativeArbitrary';

const remark = (id: string): ReviewMark => ({ type: 'remark', attrs: { id } });
const inserted: ReviewMark = { type: 'inserted', attrs: { id: 's', by: 'Ines', at: '2026-11-23T09:00:00Z' } };
const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const doc = (...content: RichNode[]) => canonicalDoc({ type: 'doc', content });

const isOfReview = ({ type }: { type: string }) => ['remark', 'inserted', 'deleted'].includes(type);

/** The text without its review: what was put in is gone, and no mark of it is left. */
function without(node: ReadingNode): RichNode {
  const { marks, content, ...bare } = node;
  const own = (marks ?? []).filter((mark) => !isOfReview(mark));
  const kept = content?.filter((child) => !child.marks?.some(({ type }) => type === 'inserted')).map(without);
  return { ...bare, ...(own.length ? { marks: own } : {}), ...(kept ? { content: kept } : {}) } as RichNode;
}

/** The words that carry a remark. */
function marked(node: ReadingNode, id: string): string {
  const own = node.marks?.some(({ type, attrs }) => type === 'remark' && attrs?.id === id);
  if (node.type === 'text') return own ? (node.text ?? '') : '';
  return (node.content ?? []).map((child) => marked(child, id)).join('');
}

describe('marks of a review', () => {
  it('leave the text as it is, wherever they are put', () => {
    const span = fc.tuple(fc.nat(400), fc.nat(60)).map(([from, length]) => ({ from, to: from + length }));
    const place = fc.nat(400);
    fc.assert(
      fc.property(anyNarrative, fc.array(span), fc.array(place), ({ parts }, spans, places) => {
        const given = doc(...(parts.release.content ?? []), ...(parts.plan.content ?? []));
        const drawn = markSpans(given, {
          spans: spans.map((one, index) => ({ ...one, mark: remark(String(index)) })),
          added: places.map((at) => ({
            at,
            nodes: [text('new'), paragraph(text('new'))],
            marks: [inserted],
          })),
        });
        expect(canonicalNode(without(drawn))).toEqual(canonicalNode(given));
      }),
      { numRuns: 25 },
    );
  });

  it('lie on exactly the words that a span covers', () => {
    const given = doc(paragraph(text('One two three.')), paragraph(text('Four five.')));
    const drawn = markSpans(given, {
      spans: [
        { from: 5, to: 8, mark: remark('two') },
        { from: 9, to: 21, mark: remark('over the end') },
      ],
      added: [],
    });
    expect(marked(drawn, 'two')).toBe('two');
    expect(marked(drawn, 'over the end')).toBe('three.Four');
    expect(contentSize(given)).toBe(28);
  });

  it('never cut a character in two', () => {
    const drawn = markSpans(doc(paragraph(text('a👩b'))), {
      spans: [{ from: 3, to: 5, mark: remark('half') }],
      added: [{ at: 3, nodes: [text('!')], marks: [inserted] }],
    });
    expect(drawn.content?.[0]?.content?.map((node) => node.text)).toEqual(['a👩', '!', 'b']);
    expect(marked(drawn, 'half')).toBe('b');
  });

  it('lie on what is put in as a block, and on all words in it', () => {
    const drawn = markSpans(doc(paragraph(text('One.'))), {
      spans: [],
      added: [{ at: 6, nodes: [paragraph(text('Two.'))], marks: [inserted] }],
    });
    const last = drawn.content?.[1];
    expect([last?.marks, last?.content?.[0]?.marks]).toEqual([[inserted], [inserted]]);
  });
});
