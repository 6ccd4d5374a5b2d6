import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { readNews } from '../../../core/team/readNews';

const me = 'Ola Berg';
const names = [me, 'Ida Holm', 'Kai Lund'];
const anchor = {
  part: 'release' as const,
  section: 'problem',
  item: '',
  from: null,
  to: null,
  quote: '',
  before: '',
  after: '',
};
const origin = { kind: 'here' as const, file: '' };
const head = (n: number, by: string) => ({
  id: `r${n}`,
  at: new Date(Date.UTC(2027, 0, 1, 9, n)).toISOString(),
  by,
  origin,
});

const said = fc.constantFrom('Why?', '@Ola Berg, is that so?', 'Ask @Ida Holm', 'mail me@Ola');
const someRecord = (n: number): fc.Arbitrary<ReviewRecord> =>
  fc.oneof(
    fc.record({ by: fc.constantFrom(...names), text: said }).map(({ by, text }) => ({
      ...head(n, by),
      kind: 'comment' as const,
      anchor,
      text,
    })),
    fc
      .record({ by: fc.constantFrom(...names), text: said, to: fc.nat(9) })
      .map(({ by, text, to }) => ({ ...head(n, by), kind: 'reply' as const, thread: `r${to}`, text })),
  );
const someRecords = fc
  .tuple(...Array.from({ length: 10 }, (_, n) => someRecord(n)))
  .chain((records) => fc.shuffledSubarray(records));

describe('news', () => {
  test('are never about what one said oneself, come once each, and newest first', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const news = readNews(records, { name: me, isAuthor: true });
        expect(news.filter(({ by }) => by === me)).toEqual([]);
        expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
        expect(news.map(({ at }) => at)).toEqual(
          news
            .map(({ at }) => at)
            .toSorted()
            .reverse(),
        );
      }),
    );
  });

  test('tell of every mention by others, whatever order the records came in', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const mentions = records.filter(
          (record) => record.by !== me && 'text' in record && record.text.startsWith('@Ola Berg'),
        );
        const told = readNews(records, { name: me, isAuthor: false }).filter(
          ({ kind }) => kind === 'mention',
        );
        expect(told.map(({ id }) => id).toSorted()).toEqual(mentions.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('tell of answers where one has a part in it, and of suggestions to whoever writes', () => {
    const records: ReviewRecord[] = [
      { ...head(0, me), kind: 'comment', anchor, text: 'Mine' },
      { ...head(1, 'Ida Holm'), kind: 'reply', thread: 'r0', text: 'Yes' },
      { ...head(2, 'Ida Holm'), kind: 'comment', anchor, text: 'Theirs' },
      { ...head(3, 'Kai Lund'), kind: 'reply', thread: 'r2', text: 'No' },
    ];
    expect(readNews(records, { name: me, isAuthor: false })).toMatchObject([
      { id: 'r1', kind: 'reply', about: 'r0', part: 'release', text: 'Yes' },
    ]);
    expect(readNews(records, { name: 'Nobody', isAuthor: true })).toEqual([]);
  });
});
