import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichNode } from '../../core/narrative/richText';
import { isSafeChange } from '../../core/review/packet/safeChange';
import { plainLine, suggestedText, suggestLine } from '../../packet/remarks/suggestLine';
import { anyText } from '../core/export/narrativeArbitrary';

const anyInline: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 4, arbitrary: anyText.map((text): RichNode => ({ type: 'text', text })) },
  anyText.map(
    (text): RichNode => ({
      type: 'text',
      text,
      marks: [{ type: 'bold' }, { type: 'promise', attrs: { id: 'p' } }],
    }),
  ),
  fc.constant<RichNode>({ type: 'hardBreak' }),
  fc.constant<RichNode>({ type: 'footnote', attrs: { text: 'A note' } }),
  anyText.map((value): RichNode => ({ type: 'fact', attrs: { key: 'price', value } })),
);
const anyLine = fc
  .array(anyInline, { maxLength: 5 })
  .map((content): RichNode => ({ type: 'paragraph', content }));

/** What a reader makes of a line: something else, or the same with words put in, taken out or changed. */
const anyWanted = (plain: string): fc.Arbitrary<string> =>
  fc.oneof(
    anyText,
    fc.constant(''),
    fc
      .tuple(fc.nat(plain.length), fc.nat(plain.length), fc.oneof(anyText, fc.constant('')))
      .map(([a, b, words]) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        return plain.slice(0, from) + words + plain.slice(to);
      }),
  );

const anyRewrite = anyLine.chain((line) => anyWanted(plainLine(line)).map((wanted) => ({ line, wanted })));

describe('Other words for a paragraph', () => {
  it('read as they were written, whatever stood there before (seed 6051)', () => {
    fc.assert(
      fc.property(anyRewrite, ({ line, wanted }) => {
        const changes = suggestLine(line, wanted);
        expect(suggestedText(line, changes)).toBe(wanted);
        expect(plainLine({ ...line, content: applied(line, changes) })).toBe(wanted);
      }),
      { seed: 6051, numRuns: 300 },
    );
  });

  it('say what they replace, and hold nothing that a packet may not send (seed 6052)', () => {
    fc.assert(
      fc.property(anyRewrite, ({ line, wanted }) => {
        for (const { from, to, was, now } of suggestLine(line, wanted)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(was.map(sizeOf).reduce((sum, size) => sum + size, 0)).toBe(to - from);
          expect(isSafeChange({ kind: 'words', was, now })).toBe(true);
        }
      }),
      { seed: 6052, numRuns: 200 },
    );
  });

  it('are nothing where nothing was changed', () => {
    expect(suggestLine(line('One price, always.'), 'One price, always.')).toEqual([]);
  });

  it('change no more than was changed', () => {
    expect(
      suggestLine(line('One price, usually within two hours.'), 'One price, always within an hour.'),
    ).toEqual([
      { from: 11, to: 18, was: [text('usually')], now: [text('always')] },
      { from: 26, to: 35, was: [text('two hours')], now: [text('an hour')] },
    ]);
  });

  it('leave a footnote where it stands', () => {
    const note: RichNode = { type: 'footnote', attrs: { text: 'From a trial' } };
    const cited: RichNode = { type: 'paragraph', content: [text('Two hours'), note, text(' later.')] };
    expect(suggestLine(cited, 'Three hours later.').map(({ was }) => was)).toEqual([[text('Two')]]);
  });
});

const text = (words: string): RichNode => ({ type: 'text', text: words });
const line = (words: string): RichNode => ({ type: 'paragraph', content: [text(words)] });
const sizeOf = (node: RichNode): number => (node.type === 'text' ? (node.text ?? '').length : 1);

/** The line with its changes made by hand, one character at a time. */
function applied(whole: RichNode, changes: ReturnType<typeof suggestLine>): RichNode[] {
  const single = (whole.content ?? []).flatMap((node) =>
    node.type === 'text' ? (node.text ?? '').split('').map((letter) => ({ ...node, text: letter })) : [node],
  );
  for (const { from, to, now } of [...changes].reverse()) single.splice(from, to - from, ...now);
  return single;
}
