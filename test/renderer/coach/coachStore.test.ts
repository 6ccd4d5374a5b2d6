// @vitest-environment happy-dom
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createNarrativeCheck } from '../../../core/check/narrativeCheck';
import { coachMap, dismissalsMap } from '../../../core/coach/coachNotes';
import { type CoachSetup, settleCoach } from '../../../core/coach/coachSetup';
import { createNarrativeDoc, emptyContent, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { loadCoach } from '../../../host/coach/loadCoach';
import { coachMarks } from '../../../renderer/editor/coach/CoachMarks';
import { followContent } from '../../../renderer/editor/session/liveContent';
import { windowClock } from '../../../renderer/editor/session/sessionClock';
import { CoachStore } from '../../../renderer/features/coach/coachStore';
import { localDay } from '../../../renderer/ui/dates';
import { paragraph, withSection } from '../../core/check/narratives';
import { openPartOf } from '../editor/partEditor';
import { inlineFeed } from './inlineFeed';

const templates = join(import.meta.dirname, '../../../templates');
const problem = 'Renters lose money TBD, and a seamless struggle follows.';
let setup: CoachSetup;
beforeAll(async () => {
  setup = await loadCoach(templates, join(templates, 'no library'));
});

const stops: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const stop of stops.splice(0).reverse()) stop();
});

function open(part: PartKey = 'release') {
  vi.useFakeTimers();
  const content = withSection(emptyContent(), { part: 'release', section: 'problem' }, paragraph(problem));
  const doc = createNarrativeDoc(content);
  const live = followContent(doc, windowClock);
  const feed = inlineFeed();
  const store = new CoachStore({ doc, live, startFeed: feed.startFeed });
  store.settle(setup);
  const editor = openPartOf(doc, part);
  const unfollow = store.follow(editor, part);
  stops.push(
    () => live.stop(),
    () => store.close(),
    () => editor.destroy(),
    unfollow,
  );
  const marked = () =>
    coachMarks(editor.state).map(({ from, to }) => editor.state.doc.textBetween(from, to, '\n'));
  /** Position before these words on the sheet. */
  const find = (words: string) => {
    let found = -1;
    editor.state.doc.descendants((node, pos) => {
      const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
      if (at >= 0) found = pos + at;
    });
    return found;
  };
  return { doc, feed, store, editor, marked, find, unfollow };
}

/** As when somebody stops typing. */
const rest = () => vi.advanceTimersByTime(1000);

describe('what is asked in a window', () => {
  test('is what the same checks ask about the same text, before and after edits', () => {
    const { doc, feed, store, editor, find } = open();
    const direct = () => {
      const check = createNarrativeCheck(settleCoach(setup, { style: null, overrides: {} }));
      return check
        .check(readNarrativeDoc(doc), localDay(new Date()))
        .findings.map(({ id }) => id)
        .sort();
    };
    const asked = () =>
      store
        .view()
        .open.map(({ id }) => id)
        .sort();
    feed.readAll();
    expect(asked()).toEqual(direct());
    expect(asked().length).toBeGreaterThan(3);
    editor.commands.insertContentAt(find('Renters'), 'Anyone can TODO. ');
    rest();
    feed.readAll();
    expect(asked()).toEqual(direct());
    editor.commands.deleteRange({ from: find('TBD'), to: find('TBD') + 3 });
    rest();
    feed.readAll();
    expect(asked()).toEqual(direct());
    expect(store.view().open.map(({ quote }) => quote)).not.toContain('TBD');
  });

  test('one changed block is told alone, and its new question comes without reading the whole', () => {
    const { feed, store, editor, find } = open();
    feed.readAll();
    const before = feed.told.length;
    editor.commands.insertContentAt(find('struggle'), 'TODO ');
    rest();
    expect(feed.told.slice(before)).toEqual(['change']);
    feed.give();
    expect(store.view().open.map(({ quote }) => quote)).toEqual(expect.arrayContaining(['TBD', 'TODO']));
  });

  test('a check that the narrative switches off is asked no more', () => {
    const { doc, feed, store } = open();
    feed.readAll();
    coachMap(doc).set('overrides', { off: ['template-text'] });
    feed.readAll();
    expect(store.view().open.map(({ rule }) => rule)).not.toContain('template-text');
  });

  test('a worker that stops is told, and what was asked stays', () => {
    const { feed, store } = open();
    feed.readAll();
    const asked = store.view().open.length;
    feed.stop();
    expect(store.view().problems[0]).toContain('The coach has stopped. Your words are safe');
    expect(store.view().open).toHaveLength(asked);
  });
});

describe('marks', () => {
  test('stand on the words that are asked about', () => {
    const { feed, marked } = open();
    feed.readAll();
    expect(marked()).toEqual(expect.arrayContaining(['TBD', 'seamless']));
  });

  test('move with their words while somebody types', () => {
    const { feed, editor, find, marked } = open();
    feed.readAll();
    editor.commands.insertContentAt(find('Renters'), 'In most towns ');
    expect(marked()).toContain('TBD');
  });

  test('are led to the present text when the answer is about an older one', () => {
    const { feed, editor, find, marked } = open();
    rest();
    editor.commands.insertContentAt(find('Renters'), 'Written while the worker read: ');
    feed.readAll();
    expect(marked()).toContain('TBD');
    expect(marked()).toContain('seamless');
  });

  test('leave words that were deleted meanwhile', () => {
    const { feed, editor, find, marked } = open();
    editor.commands.deleteRange({ from: find('TBD'), to: find('TBD') + 3 });
    feed.readAll();
    expect(marked()).toEqual(expect.not.arrayContaining(['TBD', '']));
    expect(marked()).toContain('seamless');
  });

  test('never reach the text', () => {
    const { doc, feed } = open();
    const before = JSON.stringify(readNarrativeDoc(doc));
    feed.readAll();
    expect(JSON.stringify(readNarrativeDoc(doc))).toBe(before);
  });

  test('edits made just before the sheet is left are told', () => {
    const { feed, store, editor, find, unfollow } = open();
    feed.readAll();
    editor.commands.insertContentAt(find('struggle'), 'TODO ');
    unfollow();
    stops.pop();
    feed.readAll();
    expect(store.view().open.map(({ quote }) => quote)).toContain('TODO');
  });
});

describe('setting aside', () => {
  const by = { reason: 'It is a name.', who: 'Maren' };
  const asked = (store: CoachStore) => store.view().open.find(({ quote }) => quote === 'TBD');

  test('keeps reason, name and time in the shared document, and takes the mark away', () => {
    const { doc, feed, store, marked } = open();
    feed.readAll();
    const finding = asked(store);
    if (!finding) throw new Error('TBD is asked about');
    store.setAside(finding, by);
    expect(dismissalsMap(doc).get(finding.id)).toMatchObject({ ...by, words: 'TBD' });
    expect(asked(store)).toBeUndefined();
    expect(store.view().setAside.map(({ dismissal }) => dismissal.reason)).toEqual(['It is a name.']);
    expect(marked()).not.toContain('TBD');
    store.askAgain(finding);
    expect(asked(store)).toBeDefined();
    expect(marked()).toContain('TBD');
  });

  test('lasts while the words stay, wherever they move, and ends when they change', () => {
    const { feed, store, editor, find } = open();
    feed.readAll();
    const finding = asked(store);
    if (!finding) throw new Error('TBD is asked about');
    store.setAside(finding, by);
    editor.commands.insertContentAt(find('Renters'), 'In most towns ');
    rest();
    feed.readAll();
    expect(asked(store)).toBeUndefined();
    editor.commands.insertContentAt({ from: find('TBD'), to: find('TBD') + 3 }, 'TODO');
    rest();
    feed.readAll();
    expect(store.view().open.map(({ quote }) => quote)).toContain('TODO');
    expect(store.view().setAside).toEqual([]);
  });

  test('needs a reason', () => {
    const { feed, store } = open();
    feed.readAll();
    const finding = asked(store);
    expect(() => finding && store.setAside(finding, { reason: '  ', who: '' })).toThrow();
    expect(asked(store)).toBeDefined();
  });
});
