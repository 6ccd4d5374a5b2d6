import { describe, expect, test } from 'vitest';
import { filterReview, openRemarks, type RemarkFilter } from '../../../renderer/features/review/remarkFilter';
import type { ChangeView, ReviewView, ThreadView } from '../../../renderer/features/review/reviewView';
import { withRivals } from '../../../renderer/features/review/withRivals';

const said = (by: string, text: string) => ({
  id: text,
  by,
  at: '2026-11-01T09:00:00.000Z',
  text,
  source: '',
});

function thread(id: string, change: Partial<ThreadView> = {}): ThreadView {
  return {
    ...{ id, part: 'release', place: 'Problem', quote: '', isItem: false, isResolved: false, begunBy: 'Tom' },
    ...{ question: null, messages: [said('Tom', 'Why?')], placement: { state: 'exact', from: 1, to: 5 } },
    ...change,
  };
}

type At = readonly [from: number, to: number];

function change(id: string, [from, to]: At, rest: Partial<ChangeView> = {}): ChangeView {
  const placement = { state: 'exact', from, to } as const;
  return {
    ...{
      id,
      part: 'release',
      place: '',
      by: 'Ruth',
      at: '2026-11-01T09:00:00.000Z',
      source: '',
      was: '',
      now: 'x',
    },
    ...{
      before: '',
      after: '',
      note: '',
      state: 'open',
      decided: null,
      replies: [],
      rivals: [],
      thereNow: '',
    },
    ...{ placement, shown: placement },
    ...rest,
  };
}

const view: ReviewView = {
  threads: [
    thread('open'),
    thread('resolved', { isResolved: true }),
    thread('orphan', { placement: { state: 'orphan' } }),
    thread('plan', { part: 'plan', messages: [said('Ruth', 'Ask @Ines Prado.')] }),
  ],
  changes: [change('change', [1, 2])],
  decided: [change('decided', [0, 0], { state: 'accepted' })],
};

const shown = (filter: Partial<RemarkFilter>, openId: string | null = null) => {
  const { threads, changes, decided } = filterReview(
    view,
    { ...openRemarks, ...filter },
    { me: 'Ines Prado', openId },
  );
  return [...threads, ...changes, ...decided].map(({ id }) => id);
};

describe('the filter of remarks', () => {
  test.each<[string, Partial<RemarkFilter>, string[]]>([
    ['what is open', {}, ['open', 'orphan', 'plan', 'change']],
    ['what is resolved or decided', { state: 'resolved' }, ['resolved', 'decided']],
    ['what lost its words', { state: 'orphan' }, ['orphan']],
    ['everything', { state: 'all' }, ['open', 'resolved', 'orphan', 'plan', 'change', 'decided']],
    ['what one person said', { person: 'Ruth' }, ['plan', 'change']],
    ['one part', { part: 'plan' }, ['plan']],
    ['changes', { kind: 'changes', state: 'all' }, ['change', 'decided']],
    ['what mentions me', { mentionsMe: true }, ['plan']],
  ])('lets through %s', (_what, filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });

  test('keeps a thread that is open on the screen', () => {
    expect(shown({ state: 'orphan' }, 'open')).toEqual(['open', 'orphan']);
  });
});

test('changes are at odds over some of the same words, or at one place, and not beside each other', () => {
  const rivals = (...changes: ChangeView[]) => withRivals(changes).map((one) => one.rivals);
  expect(rivals(change('a', [1, 5]), change('b', [4, 8]), change('c', [8, 9]))).toEqual([['b'], ['a'], []]);
  expect(rivals(change('a', [3, 3]), change('b', [3, 3]))).toEqual([['b'], ['a']]);
  expect(rivals(change('a', [1, 9]), change('b', [2, 3]), change('c', [5, 6]))).toEqual([
    ['b', 'c'],
    ['a'],
    ['a'],
  ]);
  expect(rivals(change('a', [1, 5]), change('b', [1, 5], { part: 'plan' }))).toEqual([[], []]);
});
