import { describe, expect, test } from 'vitest';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { type Cards, nextCards } from '../../../renderer/features/coach/steadyCards';

const asked = (id: string, level: AskedFinding['level'] = 'fix'): AskedFinding => ({
  id,
  level,
  rule: 'hype',
  part: 'release',
  section: 'problem',
  quote: id,
  from: 0,
  to: id.length,
  question: `About ${id}?`,
  why: 'Because.',
  before: '',
  after: '',
});

const none: Cards = { place: '', cards: [] };
const ids = ({ cards }: Cards) => cards.map(({ finding }) => finding.id);
const show = (
  known: Cards,
  open: AskedFinding[],
  more: { place?: string; isHeld?: boolean; openId?: string } = {},
) =>
  nextCards(known, {
    place: more.place ?? 'release/problem',
    here: open,
    view: { open, setAside: [], openId: more.openId ?? null },
    isHeld: more.isHeld ?? false,
  });

describe('the cards of a place', () => {
  test('are three at most, the gravest first', () => {
    const open = [asked('a', 'look'), asked('b'), asked('c', 'stop'), asked('d')];
    expect(ids(show(none, open))).toEqual(['c', 'b', 'd']);
  });

  test('keep their order when a graver one comes, which waits for its turn', () => {
    const first = show(none, [asked('a'), asked('b'), asked('c')]);
    const second = show(first, [asked('x', 'stop'), asked('a'), asked('b'), asked('c')]);
    expect(ids(second)).toEqual(['a', 'b', 'c']);
    expect(ids(show(second, [asked('x', 'stop'), asked('a'), asked('c')]))).toEqual(['a', 'c', 'x']);
  });

  test('are sorted anew in another place', () => {
    const first = show(none, [asked('a'), asked('b')]);
    const open = [asked('y', 'look'), asked('z', 'stop')];
    expect(ids(show(first, open, { place: 'release/solution' }))).toEqual(['z', 'y']);
  });

  test('do not move while a pointer or the focus is on them, even when one is answered', () => {
    const first = show(none, [asked('a'), asked('b'), asked('c')]);
    const held = show(first, [asked('x', 'stop'), asked('b'), asked('c')], { isHeld: true });
    expect(ids(held)).toEqual(['a', 'b', 'c']);
    expect(held.cards.map(({ isGone }) => isGone)).toEqual([true, false, false]);
    expect(ids(show(held, [asked('x', 'stop'), asked('b'), asked('c')]))).toEqual(['b', 'c', 'x']);
  });

  test('show the question a key went to, although it was waiting', () => {
    const open = [asked('a'), asked('b'), asked('c'), asked('d', 'look')];
    expect(ids(show(show(none, open), open, { openId: 'd' }))).toContain('d');
  });

  test('keep one that was set aside where it was', () => {
    const [a, b] = [asked('a'), asked('b')];
    const dismissal = {
      finding: 'a',
      words: 'a',
      reason: 'A name.',
      who: '',
      when: '2026-11-21T09:05:00.000Z',
    };
    const view = { open: [b], setAside: [{ finding: a, dismissal }], openId: null };
    const cards = nextCards(show(none, [a, b]), { place: 'release/problem', here: [b], view, isHeld: false });
    expect(ids(cards)).toEqual(['a', 'b']);
    expect(cards.cards.map((card) => card.dismissal?.reason)).toEqual(['A name.', undefined]);
  });
});
