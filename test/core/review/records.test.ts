import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichNode } from '../../../core/narrative/richText';
import { knownRecords } from '../../../core/review/knownRecords';
import { mergeRecords } from '../../../core/review/mergeRecords';
import { readSuggestions } from '../../../core/review/readSuggestions';
import { readThreads } from '../../../core/review/readThreads';
import type { ReviewRecord, ReviewRecords } from '../../../core/review/reviewRecord';
import { anyRecords } from './reviewArbitrary';

const textOf = (records: ReviewRecords) => JSON.stringify(records);

describe('merging review records', () => {
  test('changes nothing the second time, and nothing in another order', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anyRecords, (a, b, c) => {
        const merged = mergeRecords(a, b);
        expect(textOf(mergeRecords(merged, b))).toBe(textOf(merged));
        expect(textOf(mergeRecords(b, a))).toBe(textOf(merged));
        expect(textOf(mergeRecords(merged, c))).toBe(textOf(mergeRecords(a, mergeRecords(b, c))));
      }),
    );
  });

  test('keeps every id and invents no record', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (a, b) => {
        const merged = mergeRecords(a, b);
        expect(Object.keys(merged)).toEqual([...new Set([...Object.keys(a), ...Object.keys(b)])].sort());
        for (const [id, record] of Object.entries(merged)) expect([a[id], b[id]]).toContain(record);
      }),
    );
  });
});

describe('threads', () => {
  test('tell every remark and reply exactly once, whatever they belong to', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const all = Object.values(records);
        const threads = readThreads(all);
        const suggestions = readSuggestions(all, {});
        const told: ReviewRecord[] = [
          ...threads.flatMap(({ messages }) => messages),
          ...suggestions.flatMap(({ record, replies }) => [record, ...replies]),
        ];
        const said = all.filter(({ kind }) => kind !== 'resolution' && kind !== 'placement');
        expect(told.map(({ id }) => id).sort()).toEqual(said.map(({ id }) => id).sort());
      }),
    );
  });

  test('begin with their comment, go on in time, and end as the latest word says', () => {
    const common = { by: 'Ines', origin: { kind: 'here' as const, file: '' } };
    const at = (minute: number) => `2026-11-01T10:${minute}:00.000Z`;
    const anchor = { part: 'plan' as const, section: '', item: '', from: null, to: null };
    const comment: ReviewRecord = {
      ...common,
      id: 'c',
      kind: 'comment',
      at: at(20),
      anchor: { ...anchor, quote: '£30', before: '', after: '' },
      text: 'Where is this from?',
    };
    const reply = (id: string, minute: number): ReviewRecord => ({
      ...common,
      id,
      kind: 'reply',
      at: at(minute),
      thread: 'c',
      text: id,
    });
    const resolution = (id: string, minute: number, isResolved: boolean): ReviewRecord => ({
      ...common,
      id,
      kind: 'resolution',
      at: at(minute),
      thread: 'c',
      isResolved,
    });
    const moved = { ...comment.anchor, quote: '£54' };
    const placement: ReviewRecord = {
      ...common,
      id: 'p',
      kind: 'placement',
      at: at(45),
      thread: 'c',
      anchor: moved,
    };
    const late = [placement, reply('late', 40), resolution('open', 50, false), reply('early', 10)];
    const [thread, ...others] = readThreads([...late, comment, resolution('done', 30, true)]);
    expect(others).toEqual([]);
    expect(thread?.messages.map(({ id }) => id)).toEqual(['c', 'early', 'late']);
    expect(thread).toMatchObject({
      id: 'c',
      comment,
      isResolved: false,
      resolution: { id: 'open' },
      anchor: moved,
    });
  });
});

test('records of a newer Dateline, and those under another name, are not read', () => {
  const future = { kind: 'verdict', id: 'v', at: '2026-11-01T10:00:00.000Z', by: 'Ines', level: 3 };
  expect(knownRecords({ v: future, broken: 7 })).toEqual([]);
  fc.assert(
    fc.property(anyRecords, (records) => {
      expect(knownRecords({ ...records, v: future })).toEqual(Object.values(records));
      const renamed = Object.entries(records).map(([id, record]) => [`${id}-other`, record]);
      expect(knownRecords(Object.fromEntries(renamed))).toEqual([]);
    }),
  );
});

test('a record of blocks within blocks without end is not read, and harms no other', () => {
  let block: RichNode = { type: 'paragraph' };
  for (let depth = 0; depth < 6000; depth += 1) block = { type: 'blockquote', content: [block] };
  const common = { at: '2026-11-01T10:00:00.000Z', by: '', origin: { kind: 'package', file: '' } };
  const anchor = {
    part: 'plan',
    section: '',
    item: '',
    from: null,
    to: null,
    quote: '',
    before: '',
    after: '',
  };
  const attack = {
    ...common,
    id: 'attack',
    kind: 'suggestion',
    anchor,
    change: { kind: 'delete', was: [block] },
  };
  const remark = { ...common, id: 'remark', kind: 'comment', anchor, text: 'Why?' };
  expect(knownRecords({ attack, remark })).toEqual([remark]);
});
