// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { letGo, linkPromise } from '../../../core/thread/changeThread';
import { readThread, type Thread } from '../../../core/thread/readThread';
import { moveItem } from '../../../renderer/editor/items/itemCommands';
import {
  changeRecords,
  followPromise,
  goToPromise,
  unfollowPromise,
} from '../../../renderer/editor/promise/promiseCommands';
import { showEnd } from '../../../renderer/editor/promise/showEnd';
import { threadPlaceAt } from '../../../renderer/editor/promise/threadPlace';
import * as the from '../../core/thread/threadContent';
import { openPartOf } from '../editor/partEditor';

const sentence = 'Film a fault for 30 seconds. One price comes within 80 minutes, and it stays.';
const release = (words: string): RichNode[] => [the.section('solution', the.paragraph(the.text(words)))];
const story = the.story(
  'u1',
  'Amira gets a price',
  the.step('s1', 'She films the fault', the.paragraph(the.text('With the phone.'))),
  the.step('s2', 'She reads the plate', the.paragraph(the.text('A model number.'))),
);

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

function start() {
  const doc = createNarrativeDoc(
    the.threadContent({
      release: release(sentence),
      customerFaq: [the.faqItem('q1', 'Do I need an app?', 'No.'), the.faqItem('q2', 'A phone?', 'Yes.')],
      experience: [story],
      manuals: [
        the.manual(
          'm1',
          'households',
          ...the.howTo('h1', 'Ask for a price', the.paragraph(the.text('Film.'))),
        ),
      ],
    }),
  );
  const openEditor = (part: PartKey) => {
    const editor = openPartOf(doc, part);
    open.push(editor);
    return editor;
  };
  return { doc, openEditor, thread: () => readThread(readNarrativeDoc(doc)) };
}

/** The position of a piece of text in the document. */
function positionOf(editor: Editor, words: string): number {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (found < 0 && at >= 0) found = pos + at;
  });
  return found;
}

function select(editor: Editor, words: string): void {
  const from = positionOf(editor, words);
  editor.commands.setTextSelection({ from, to: from + words.length });
}

function follow(editor: Editor, words: string): string {
  select(editor, words);
  return followPromise(editor)?.id ?? '';
}

function link(doc: Y.Doc, editor: Editor, [promise, key]: [string, string]): void {
  const { rows, ends } = readThread(readNarrativeDoc(doc));
  const row = rows.find((known) => known.promise.id === promise);
  const end = ends.byKey.get(key);
  if (!row || !end) throw new Error(`No promise ${promise}, or no ${key}.`);
  changeRecords(editor, (target, origin) =>
    linkPromise(
      target,
      { promise: row.promise, end },
      { by: 'Ines', at: '2027-02-01T10:30:00.000Z', origin },
    ),
  );
}

/** Removes the top-most node with this id. */
function deleteNode(editor: Editor, id: string): void {
  editor.state.doc.descendants((node, pos) => {
    if (node.attrs.id === id) editor.view.dispatch(editor.state.tr.delete(pos, pos + node.nodeSize));
    return node.attrs.id !== id;
  });
}

const promised = ({ rows }: Thread) => rows.map(({ promise }) => promise.words);

describe('following a promise', () => {
  it('marks the selected words, and undo takes mark and record back in one step', () => {
    const { openEditor, thread } = start();
    const editor = openEditor('release');
    const id = follow(editor, 'One price');
    const followed = thread();
    expect(followed.rows[0]?.promise).toMatchObject({
      id,
      words: 'One price',
      section: 'solution',
      record: { words: 'One price' },
    });
    editor.commands.undo();
    expect(thread()).toMatchObject({ rows: [], gone: [] });
    editor.commands.redo();
    expect(thread()).toEqual(followed);
  });

  it('takes the sentence at the caret, and knows it again', () => {
    const { openEditor, thread } = start();
    const editor = openEditor('release');
    editor.commands.setTextSelection(positionOf(editor, '30 sec'));
    const first = followPromise(editor);
    expect(promised(thread())).toEqual(['Film a fault for 30 seconds.']);
    expect(followPromise(editor)).toEqual({ id: first?.id, isNew: false });
    expect(threadPlaceAt(editor.state).promise).toBe(first?.id);
  });

  it('leaves words that are promised already to their promise', () => {
    const { openEditor, thread } = start();
    const editor = openEditor('release');
    follow(editor, 'price comes');
    editor.commands.setTextSelection({ from: 1, to: editor.state.doc.content.size });
    expect(followPromise(editor)?.isNew).toBe(false);
    expect(promised(thread())).toEqual(['price comes']);
  });

  it('finds nothing to mark in an empty place', () => {
    const { openEditor } = start();
    const editor = openEditor('release');
    editor.commands.deleteRange({
      from: positionOf(editor, 'Film'),
      to: positionOf(editor, 'Film') + sentence.length,
    });
    expect(followPromise(editor)).toBeNull();
  });

  it('ends with everything that was linked, and undo brings all of it back', () => {
    const { doc, openEditor, thread } = start();
    const editor = openEditor('release');
    const id = follow(editor, 'One price');
    link(doc, editor, [id, 'step:s1']);
    const before = thread();
    unfollowPromise(editor, id);
    expect(thread()).toMatchObject({ rows: [], gone: [], broken: [] });
    editor.commands.undo();
    expect(thread()).toEqual(before);
  });
});

describe('a promise under edits of the release', () => {
  it('stays one when its words are parted, and keeps what is left of them', () => {
    const { openEditor, thread } = start();
    const editor = openEditor('release');
    const id = follow(editor, 'One price comes');
    editor.commands.setTextSelection(positionOf(editor, 'price comes'));
    editor.commands.splitBlock();
    expect(promised(thread())).toEqual(['One … price comes']);
    editor.commands.deleteRange({ from: positionOf(editor, 'price'), to: positionOf(editor, 'price') + 6 });
    expect(promised(thread())).toEqual(['One … comes']);
    expect(goToPromise(editor, id)).toBe(true);
  });

  it('is listed with its words and links when all of its words are replaced', () => {
    const { doc, openEditor, thread } = start();
    const editor = openEditor('release');
    link(doc, editor, [follow(editor, 'One price'), 'faq:q1']);
    const from = positionOf(editor, 'Film');
    editor.commands.insertContentAt({ from, to: from + sentence.length }, 'Something else.');
    const { rows, gone, broken } = thread();
    expect(rows).toEqual([]);
    expect(gone[0]).toMatchObject({ promise: { words: 'One price' }, chain: { faq: [{ id: 'q1' }] } });
    expect(broken).toEqual([]);
  });

  it('is never lost by edits', { timeout: 60_000 }, () => {
    const edit = fc.tuple(fc.constantFrom('type', 'split', 'join', 'bold', 'remove'), fc.nat(120));
    const edits: Record<string, (editor: Editor, at: number) => void> = {
      type: (editor, at) => editor.commands.insertContentAt(at, 'and so '),
      split: (editor, at) => editor.chain().setTextSelection(at).splitBlock().run(),
      join: (editor, at) => editor.chain().setTextSelection(at).joinBackward().run(),
      bold: (editor, at) => editor.chain().setTextSelection({ from: 1, to: at }).toggleBold().run(),
      remove: (editor, at) => editor.commands.deleteRange({ from: Math.max(1, at - 6), to: at }),
    };
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 10 }), (steps) => {
        const { doc, openEditor, thread } = start();
        const editor = openEditor('release');
        link(doc, editor, [follow(editor, 'One price comes'), 'step:s1']);
        for (const [name, at] of steps) edits[name]?.(editor, 1 + (at % (editor.state.doc.content.size - 1)));
        const { rows, gone, broken } = thread();
        expect([...rows, ...gone].map(({ chain }) => chain.step.map(({ id }) => id))).toEqual([['s1']]);
        expect(broken).toEqual([]);
        editor.destroy();
      }),
      { numRuns: 30 },
    );
  });
});

function startLinked(key: string, part: PartKey) {
  const started = start();
  const editor = started.openEditor('release');
  link(started.doc, editor, [follow(editor, 'One price'), key]);
  return { ...started, other: started.openEditor(part) };
}

describe('links under edits of their ends', () => {
  it.each([
    ['step:s1', 'experience', 's1'],
    ['faq:q1', 'customerFaq', 'q1'],
    ['howTo:h1', 'manuals', 'h1'],
  ] as const)('list %s when it is deleted, and mend by undo', (key, part, id) => {
    const { other, thread } = startLinked(key, part);
    const before = thread();
    deleteNode(other, id);
    const [broken] = thread().broken;
    expect(broken).toMatchObject({ end: id, place: { part } });
    expect(broken?.words).not.toBe('');
    other.commands.undo();
    expect(thread()).toEqual(before);
  });

  it('stay with a step that moves, grows or is split', () => {
    const { other, thread } = startLinked('step:s1', 'experience');
    const step = positionOf(other, 'She films') - 2;
    const node = other.state.doc.nodeAt(step);
    if (!node) throw new Error('There is a step.');
    const { tr } = other.state;
    const end = other.state.doc.content.size - 1;
    other.view.dispatch(tr.insert(end, node).delete(step, step + node.nodeSize));
    other.commands.insertContentAt(positionOf(other, 'She films'), 'First, ');
    expect(thread().rows[0]?.chain.step.map(({ words }) => words)).toEqual(['First, She films the fault']);
    expect(thread().broken).toEqual([]);
  });

  it('stay with the first of two steps when one was copied', () => {
    const { other, thread } = startLinked('step:s1', 'experience');
    const step = positionOf(other, 'She films') - 2;
    const node = other.state.doc.nodeAt(step);
    if (!node) throw new Error('There is a step.');
    other.view.dispatch(other.state.tr.insert(step + node.nodeSize, node));
    const { rows, ends, broken } = thread();
    expect(rows[0]?.chain.step.map(({ id }) => id)).toEqual(['s1']);
    expect(ends.list.filter(({ kind }) => kind === 'step')).toHaveLength(3);
    expect(broken).toEqual([]);
  });
});

describe('links at a step', () => {
  it('are told below the step, where it moves, and only as long as they hold', () => {
    const { doc, other } = startLinked('step:s1', 'experience');
    const told = () =>
      [...other.view.dom.querySelectorAll('[data-type="step"]')].map((step) => ({
        title: step.querySelector('[data-type="title"]')?.textContent,
        keeps: [...step.querySelectorAll('.dl-keeps')].map(({ textContent }) => textContent),
      }));
    const first = { title: 'She films the fault', keeps: ['Keeps “One price”'] };
    const second = { title: 'She reads the plate', keeps: [] };
    expect(told()).toEqual([first, second]);
    other.commands.setTextSelection(positionOf(other, 'She films') + 1);
    moveItem(other, 'down');
    expect(told()).toEqual([second, first]);
    expect(JSON.stringify(other.getJSON())).not.toContain('Keeps');
    letGo(
      doc,
      readThread(readNarrativeDoc(doc)).rows.map(({ promise }) => `${promise.id}>step:s1`)[0] ?? '',
      null,
    );
    expect(told()).toEqual([second, { ...first, keeps: [] }]);
  });

  it('are undone one by one where they were made', () => {
    const { doc, openEditor, thread } = start();
    const editor = openEditor('release');
    const id = follow(editor, 'One price');
    link(doc, editor, [id, 'step:s1']);
    link(doc, editor, [id, 'faq:q2']);
    changeRecords(editor, (target, origin) => letGo(target, `${id}>step:s1`, origin));
    const counts = () => {
      const chain = thread().rows[0]?.chain;
      return chain && [chain.step.length, chain.faq.length];
    };
    expect(counts()).toEqual([0, 1]);
    editor.commands.undo();
    expect(counts()).toEqual([1, 1]);
    editor.commands.undo();
    expect(counts()).toEqual([1, 0]);
    editor.commands.undo();
    expect(counts()).toEqual([0, 0]);
    editor.commands.redo();
    expect(counts()).toEqual([1, 0]);
  });
});

describe('the place of the caret on the thread', () => {
  it('is the step, answer or how-to around it', () => {
    const { openEditor } = start();
    const placeIn = (part: PartKey, words: string) => {
      const editor = openEditor(part);
      editor.commands.setTextSelection(positionOf(editor, words) + 1);
      return threadPlaceAt(editor.state);
    };
    expect(placeIn('experience', 'A model')).toEqual({ promise: '', end: 'step:s2' });
    expect(placeIn('experience', 'Amira')).toEqual({ promise: '', end: '' });
    expect(placeIn('customerFaq', 'Yes.')).toEqual({ promise: '', end: 'faq:q2' });
    expect(placeIn('manuals', 'Film.')).toEqual({ promise: '', end: 'howTo:h1' });
    expect(placeIn('release', 'Film')).toEqual({ promise: '', end: '' });
  });

  it('is gone to by jumps, which say when the end is not there', () => {
    const { openEditor } = start();
    const editor = openEditor('experience');
    expect(showEnd(editor, { kind: 'step', id: 's2' })).toBe(true);
    expect(threadPlaceAt(editor.state).end).toBe('step:s2');
    expect(showEnd(editor, { kind: 'step', id: 'nowhere' })).toBe(false);
    expect(showEnd(editor, { kind: 'faq', id: 's2' })).toBe(false);
  });
});
