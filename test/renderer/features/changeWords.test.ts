import { expect, test } from 'vitest';
import type { RichNode } from '../../../core/narrative/richText';
import { changeWords } from '../../../renderer/features/review/changeWords';

const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (words: string): RichNode => ({ type: 'paragraph', content: [text(words)] });

test('a change is told by what goes and what comes', () => {
  expect(changeWords({ kind: 'words', was: [text('six')], now: [text('nine')] })).toEqual({
    was: 'six',
    now: 'nine',
    note: '',
  });
  expect(changeWords({ kind: 'insert', side: 'after', now: [paragraph('One.'), paragraph('Two.')] })).toEqual(
    {
      was: '',
      now: 'One.\nTwo.',
      note: '',
    },
  );
  expect(changeWords({ kind: 'delete', was: [paragraph('One.')] })).toMatchObject({ was: 'One.', now: '' });
});

test('what has no words of its own is named', () => {
  const now: RichNode[] = [
    { type: 'footnote', attrs: { text: 'Counted by hand.' } },
    { type: 'fact', attrs: { key: 'price', value: '£54' } },
  ];
  expect(changeWords({ kind: 'words', was: [], now }).now).toBe('[footnote: Counted by hand.]£54');
  const picture: RichNode = { type: 'image', attrs: { alt: '' } };
  expect(changeWords({ kind: 'delete', was: [picture] }).was).toBe('[picture: not described]');
});

test('a change of looks alone says so', () => {
  const bold: RichNode = { ...text('six'), marks: [{ type: 'bold' }] };
  const told = changeWords({ kind: 'words', was: [text('six')], now: [bold] });
  expect(told).toEqual({ was: '', now: 'six', note: 'Only how the words look would change.' });
});
