import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnchor } from '../../../../core/review/createAnchor';
import { type CustomerMark, readHeatMap } from '../../../../core/review/excitement/heatMap';
import { readLines, readSentences } from '../../../../core/review/excitement/releaseText';
import { positionAt } from '../../../../core/review/partText';
import { readDocText } from '../../../../core/review/readPartText';
import { reactions } from '../../../../core/review/records/excitement';
import { anyNarrative } from '../../export/narrativeArbitrary';
import { anchorOn, release } from './testRelease';

const marked = (customer: string, reaction: CustomerMark['reaction'], words: string): CustomerMark => {
  return { customer, reaction, anchor: anchorOn(words) };
};

test('the heat map has the offsets that anchors have, in any text', () => {
  fc.assert(
    fc.property(anyNarrative, ({ parts }) => {
      const plain = readDocText(parts.release);
      const lines = readLines(parts.release);
      expect(lines.map(({ start, end }) => [start, end])).toEqual(
        plain.lines.map(({ start, length }) => [start, start + length]),
      );
      for (const { pieces } of lines)
        for (const { start, end, shown } of pieces)
          if (end - start > 1) expect(plain.text.slice(start, end)).toBe(shown);
    }),
    { numRuns: 10 },
  );
});

test('the heat map shows all words, each with the customers who marked it, and a customer once', () => {
  const { lines } = readHeatMap(release, [
    marked('a', 'want', 'get one price'),
    marked('a', 'want', 'price for every'),
    marked('b', 'want', 'price'),
    marked('b', 'doubt', 'every repair'),
  ]);
  expect(lines[0]?.stretches).toEqual([
    { text: 'Osterby launches Fairmend', counts: { want: 0, doubt: 0, unclear: 0 } },
  ]);
  const [, summary] = lines;
  expect(summary?.stretches.map(({ text: words, counts }) => [words, counts.want, counts.doubt])).toEqual([
    ['Households ', 0, 0],
    ['get one ', 1, 0],
    ['price', 2, 0],
    [' for ', 1, 0],
    ['every', 1, 1],
    [' repair', 0, 1],
    [', for £30', 0, 0],
  ]);
});

test('the heat map counts customers beside each promise, and lists marks whose words are gone', () => {
  const gone = {
    ...anchorOn('Fairmend'),
    from: null,
    to: null,
    quote: 'sunshine for everybody',
    before: '',
    after: '',
  };
  const { promises, lost } = readHeatMap(release, [
    marked('a', 'want', 'one price'),
    marked('a', 'want', 'every repair'),
    marked('b', 'unclear', 'Households get one'),
    { customer: 'c', reaction: 'doubt', anchor: gone },
  ]);
  expect(promises.get('p1')).toEqual({ want: 1, doubt: 0, unclear: 1 });
  expect(lost.map(({ anchor }) => anchor.quote)).toEqual(['sunshine for everybody']);
});

test('the heat map loses no letter and no mark, whatever was marked', () => {
  const length = release.text.text.length;
  const anyMark = fc
    .record({
      customer: fc.constantFrom('a', 'b', 'c'),
      reaction: fc.constantFrom(...reactions),
      start: fc.nat(length - 1),
      size: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ customer, reaction, start, size }) => {
      const from = positionAt(release.text, start);
      const to = positionAt(release.text, Math.min(length, start + size));
      return { customer, reaction, anchor: createAnchor(release.text, 'release', { from, to }) };
    });
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 12 }), (marks) => {
      const { lines, lost } = readHeatMap(release, marks);
      const shown = lines.map(({ stretches }) => stretches.map((stretch) => stretch.text).join(''));
      expect(shown).toEqual([
        'Osterby launches Fairmend',
        'Households get one price for every repair, for £30',
      ]);
      const customers = new Set(marks.map(({ customer }) => customer)).size;
      for (const { counts } of lines.flatMap(({ stretches }) => stretches))
        for (const reaction of reactions) expect(counts[reaction]).toBeLessThanOrEqual(customers);
      const isSeen = (reaction: string) =>
        lines.some(({ stretches }) => stretches.some(({ counts }) => counts[reaction as 'want'] > 0));
      for (const { reaction, anchor } of marks)
        if (anchor.quote.trim() !== '' && !lost.some((mark) => mark.anchor === anchor))
          expect(isSeen(reaction)).toBe(true);
    }),
  );
});

test('the sentences that can be pressed hold every word once, where anchors find it', () => {
  fc.assert(
    fc.property(anyNarrative, ({ parts }) => {
      const plain = readDocText(parts.release).text;
      const sentences = readSentences(parts.release).flat();
      // Breaks and footnotes are no words.
      const wordsIn = (from: number, to?: number) => plain.slice(from, to).replaceAll('\ufffc', '').trim();
      let end = 0;
      for (const sentence of sentences) {
        expect(wordsIn(end, sentence.start)).toBe('');
        const words = plain.slice(sentence.start, sentence.end);
        if (!words.includes('\ufffc') && !words.includes('\n')) expect(sentence.shown).toBe(words);
        end = sentence.end;
      }
      expect(wordsIn(end)).toBe('');
    }),
    { numRuns: 10 },
  );
});
