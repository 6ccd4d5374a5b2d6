// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { addFaqQuestion, addManual, addStep, updateFaqItem } from '../../../renderer/editor/commands';
import {
  goToNeighbour,
  goToSection,
  type OutlineEntry,
  outlineOf,
  watchOutline,
} from '../../../renderer/editor/outline';
import { sectionKeyAt } from '../../../renderer/editor/place';
import { countWordsLater } from '../../../renderer/editor/wordCount';
import { openPartOf } from './partEditor';

const opened: ReturnType<typeof openPartOf>[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const editor of opened.splice(0)) editor.destroy();
});

function open(part: PartKey) {
  const editor = openPartOf(createNarrativeDoc(emptyContent()), part);
  opened.push(editor);
  editor.commands.setTextSelection(2);
  return editor;
}

const brief = (entries: OutlineEntry[]) =>
  entries.map(
    ({ depth, kind, title, isEmpty }) => `${'  '.repeat(depth)}${kind} ${title}${isEmpty ? ' (empty)' : ''}`,
  );

describe('the outline', () => {
  it('lists sections by name and says which are empty', () => {
    const editor = open('release');
    editor.view.dispatch(editor.state.tr.insertText('Osterby'));
    expect(brief(outlineOf(editor.state.doc)).slice(0, 3)).toEqual([
      'section Heading',
      'section Sub-heading (empty)',
      'section Dateline (empty)',
    ]);
  });

  it('lists questions with their state', () => {
    const editor = open('customerFaq');
    addFaqQuestion(editor, { text: 'Why?' });
    const [entry] = outlineOf(editor.state.doc);
    updateFaqItem(editor, entry?.key ?? '', { state: 'answered' });
    expect(outlineOf(editor.state.doc)[0]).toMatchObject({ title: 'Why?', state: 'answered' });
  });

  it('lists steps and the sections of a manual below their item', () => {
    const story = open('experience');
    addStep(story);
    expect(outlineOf(story.state.doc).map(({ kind, depth }) => [kind, depth])).toEqual([
      ['useCase', 0],
      ['step', 1],
      ['step', 1],
    ]);
    const manual = open('manuals');
    addManual(manual, 'Repairers');
    const second = outlineOf(manual.state.doc).slice(5);
    expect(brief(second).slice(0, 2)).toEqual(['manual Repairers', '  section Concepts (empty)']);
  });

  it('goes to a section, to the next and back, and stops at the end', () => {
    const editor = open('release');
    expect(goToSection(editor, 'callToAction')).toBe(true);
    expect(sectionKeyAt(editor.state)).toBe('callToAction');
    goToNeighbour(editor, 'next');
    expect(sectionKeyAt(editor.state)).toBe('about');
    expect(goToNeighbour(editor, 'next')).toBe(false);
    goToNeighbour(editor, 'previous');
    expect(sectionKeyAt(editor.state)).toBe('callToAction');
    expect(goToSection(editor, 'nowhere')).toBe(false);
  });
});

describe('what is told after a pause', () => {
  it('is told once for many keys, and no more after it was stopped', () => {
    vi.useFakeTimers();
    const editor = open('plan');
    const outlines: number[] = [];
    const words: number[] = [];
    const stopOutline = watchOutline(editor, (entries) => outlines.push(entries.length));
    const stopWords = countWordsLater(editor, (count) => words.push(count));
    for (const letter of 'two words') editor.view.dispatch(editor.state.tr.insertText(letter));
    expect([outlines, words]).toEqual([[0], [0]]);
    vi.runAllTimers();
    expect([outlines, words]).toEqual([
      [0, 0],
      [0, 2],
    ]);
    stopOutline();
    stopWords();
    editor.view.dispatch(editor.state.tr.insertText(' more'));
    vi.runAllTimers();
    expect(words).toEqual([0, 2]);
  });
});
