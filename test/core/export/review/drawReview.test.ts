import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExportWarnings } from '../../../../core/export/exportWarnings';
import type { ReadingNode } from '../../../../core/export/reading/readingNode';
import { toReadingParts } from '../../../../core/export/reading/toReadingParts';
import { drawInto, remarkEnds } from '../../../../core/export/review/drawnReview';
import { drawReview } from '../../../../core/export/review/drawReview';
import {
  createNarrativeDoc,
  encodeNarrativeDoc,
  type NarrativeContent,
} from '../../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../../core/narrative/parts';
import { plainText } from '../../../../core/narrative/plainText';
import type { RichNode } from '../../../../core/narrative/richText';
import { canonicalNode } from '../../../../core/narrative/schema';
import { createAnchor } from '../../../../core/review/createAnchor';
import { readDocText } from '../../../../core/review/readPartText';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import type { TextChange } from '../../../../core/review/textChange';
import { anyNarrative, oddNarrative } from '../narrativeArbitrary';
import { exportDocument, withPlan } from '../sampleNarrative';
import { anyRemarks, reviewOf } from './reviewArbitrary';

const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const common = { at: '2026-11-24T09:00:00.000Z', by: 'Ines', origin: { kind: 'here', file: '' } } as const;

function reviewed(content: NarrativeContent, records: readonly ReviewRecord[]) {
  const document = exportDocument(content);
  const update = encodeNarrativeDoc(createNarrativeDoc(structuredClone(content)));
  return { ...document, options: { ...document.options, comments: true }, review: { records, update } };
}

/** The text when every suggestion is accepted, or when every one is rejected. */
function settled(node: ReadingNode, gone: 'inserted' | 'deleted'): RichNode {
  const { marks, content, ...bare } = node;
  const own = (marks ?? []).filter(({ type }) => !['remark', 'inserted', 'deleted'].includes(type));
  const kept = content?.filter((child) => !child.marks?.some(({ type }) => type === gone));
  return {
    ...bare,
    ...(own.length ? { marks: own } : {}),
    ...(kept ? { content: kept.map((child) => settled(child, gone)) } : {}),
  } as RichNode;
}

const anchorOn = (content: NarrativeContent, quote: string) => {
  const read = readDocText(content.parts.plan);
  const at = read.text.indexOf(quote);
  const line = read.lines.findLast(({ start }) => start <= at);
  const from = (line?.from ?? 0) + at - (line?.start ?? 0);
  return createAnchor(read, 'plan', { from, to: from + quote.length });
};

describe('a review that is drawn into a text', () => {
  it('leaves the text when all is rejected, and shows every thread once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), anyRemarks, (content, remarks) => {
        const document = { ...reviewed(content, []), review: reviewOf(content, remarks) };
        const review = drawReview(document);
        const drawn = drawInto(content, review);
        for (const part of partKeys)
          expect(canonicalNode(settled(drawn[part], 'inserted'))).toEqual(canonicalNode(content.parts[part]));
        const warnings = new ExportWarnings();
        const parts = toReadingParts(document, warnings, review ? { review } : {});
        const shown = [...remarkEnds(parts).keys(), ...parts.flatMap((part) => part.remarks)];
        expect(new Set(shown).size).toBe(shown.length);
        const left = [...(review?.threads.values() ?? [])].filter(({ id }) => !shown.includes(id));
        expect(warnings.list().some(({ code }) => code === 'comments-left-out')).toBe(left.length > 0);
        for (const { part } of left) expect(parts.some(({ key }) => key === part)).toBe(false);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a suggestion in a text', () => {
  const changes: [string, string, TextChange, string][] = [
    ['words', 'two', { kind: 'words', was: [text('two')], now: [text('2')] }, 'One 2 three.\nFour.'],
    ['words put in', '', { kind: 'words', was: [], now: [text('Zero. ')] }, 'Zero. One two three.\nFour.'],
    ['words taken out', 'One ', { kind: 'words', was: [text('One ')], now: [] }, 'two three.\nFour.'],
    [
      'a block before',
      'Four',
      { kind: 'insert', side: 'before', now: [paragraph(text('New.'))] },
      'One two three.\nNew.\nFour.',
    ],
    [
      'a block after',
      'Four',
      { kind: 'insert', side: 'after', now: [paragraph(text('New.'))] },
      'One two three.\nFour.\nNew.',
    ],
    [
      'a block at the end',
      'One',
      { kind: 'insert', side: 'inside', now: [paragraph(text('New.'))] },
      'One two three.\nFour.\nNew.',
    ],
    ['a block taken out', 'Four', { kind: 'delete', was: [paragraph(text('Four.'))] }, 'One two three.'],
    [
      'a block for a block',
      'One two',
      {
        kind: 'replace',
        was: [paragraph(text('One two three.'))],
        now: [{ type: 'heading', content: [text('1')] }],
      },
      '1\nFour.',
    ],
  ];
  it.each(changes)(
    'shows %s so that accepting gives what was suggested',
    (...[, quote, change, expected]) => {
      const content = withPlan([paragraph(text('One two three.')), paragraph(text('Four.'))]);
      const record: ReviewRecord = {
        ...common,
        id: 's',
        kind: 'suggestion',
        anchor: anchorOn(content, quote),
        change,
      };
      const drawn = drawInto(content, drawReview(reviewed(content, [record]))).plan;
      expect(plainText(settled(drawn, 'deleted'))).toBe(expected);
      expect(plainText(settled(drawn, 'inserted'))).toBe('One two three.\nFour.');
    },
  );
});

describe('a suggestion of other words', () => {
  it('takes out and puts in the words that differ alone', () => {
    const content = withPlan([paragraph(text('The quick brown fox.'))]);
    const change: TextChange = {
      kind: 'words',
      was: [text('The quick brown fox.')],
      now: [text('The slow brown fox.')],
    };
    const record: ReviewRecord = {
      ...common,
      id: 's',
      kind: 'suggestion',
      anchor: anchorOn(content, 'The quick brown fox.'),
      change,
    };
    const line = drawInto(content, drawReview(reviewed(content, [record]))).plan.content?.[0]?.content ?? [];
    expect(line.map((node) => [node.text, node.marks?.[0]?.type])).toEqual([
      ['The ', undefined],
      ['quick ', 'deleted'],
      ['slow ', 'inserted'],
      ['brown fox.', undefined],
    ]);
  });
});

describe('what has no place in a text', () => {
  it('tells in words what does not fit the text, and what lies across another suggestion', () => {
    const content = withPlan([paragraph(text('One two three.'))]);
    const suggest = (id: string, quote: string, was: string): ReviewRecord => ({
      ...common,
      id,
      kind: 'suggestion',
      anchor: anchorOn(content, quote),
      change: { kind: 'words', was: [text(was)], now: [text('x')] },
    });
    const review = drawReview(
      reviewed(content, [
        suggest('a', 'One two', 'One two'),
        suggest('b', 'two three', 'two three'),
        suggest('c', 'three', 'drei'),
      ]),
    );
    const said = [...(review?.threads.values() ?? [])].map(({ id, messages }) => [id, messages[0]?.text]);
    expect(said).toEqual([
      ['b', 'Suggests “x” in place of “two three”'],
      ['c', 'Suggests “x” in place of “drei”'],
    ]);
  });

  it('keeps the quote of a remark whose words are gone, and is not there unless it is asked for', () => {
    const content = withPlan([paragraph(text('One two three.'))]);
    const anchor = {
      ...anchorOn(content, 'two'),
      from: null,
      to: null,
      quote: 'deux',
      before: '',
      after: '',
    };
    const document = reviewed(content, [{ ...common, id: 'c', kind: 'comment', anchor, text: 'Why?' }]);
    expect(drawReview(document)?.threads.get('c')?.lostQuote).toBe('deux');
    expect(drawReview({ ...document, options: { ...document.options, comments: false } })).toBeUndefined();
    expect(drawReview({ ...document, options: { ...document.options, layout: 'release' } })).toBeUndefined();
  });
});
