import { expect, test } from 'vitest';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { takeForeignRemarks } from '../../../host/returning/foreignRemarks';

const anchor = { part: 'plan' as const, section: '', item: '', from: null, to: null, quote: 'six days' };
const here = { at: '2027-03-01T10:00:00.000Z', by: 'Ines', origin: { kind: 'here' as const, file: '' } };
const word = { ...here, at: '2027-03-01T10:00:01.000Z', origin: { kind: 'word' as const, file: 'a.docx' } };

const comment = (id: string, text: string, common: typeof here | typeof word): ReviewRecord => ({
  ...common,
  id,
  kind: 'comment',
  anchor: { ...anchor, before: '', after: '' },
  text,
});
const reply = (id: string, thread: string, text: string): ReviewRecord => ({
  ...{ ...word, id, kind: 'reply', thread, text },
});
const resolution = (thread: string, isResolved: boolean): ReviewRecord => ({
  ...{ ...word, id: `done-${thread}`, kind: 'resolution', thread, isResolved },
});

test('what left with a file is known by who said what, and answers to it join its thread', () => {
  const present = [comment('c1', 'Which days?', here)];
  const given = [
    comment('word-1', 'Which days? ', word),
    reply('word-2', 'word-1', 'All of them.'),
    resolution('word-1', false),
  ];
  const { fresh, known } = takeForeignRemarks(given, present);
  expect(known).toBe(1);
  expect(fresh).toEqual([{ ...given[1], thread: 'c1' }]);
  expect(takeForeignRemarks(given, [...present, ...fresh])).toEqual({ fresh: [], known: 2 });
});

test('a thread that was resolved in the file is resolved here', () => {
  const present = [comment('c1', 'Which days?', here)];
  const given = [comment('word-1', 'Which days?', word), resolution('word-1', true)];
  expect(takeForeignRemarks(given, present).fresh).toEqual([{ ...given[1], thread: 'c1' }]);
});

test('the same words of somebody else are another remark', () => {
  const present = [comment('c1', 'Which days?', here)];
  const other = { ...comment('word-1', 'Which days?', word), by: 'Tom' };
  expect(takeForeignRemarks([other], present)).toEqual({ fresh: [other], known: 0 });
});
