// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import { screensMap } from '../../../core/narrative/recordMaps';
import type { RichNode } from '../../../core/narrative/richText';
import { newScreen, readScreen } from '../../../core/screens/screenChanges';
import {
  addNextState,
  goToScreen,
  insertScreen,
  setScreenWords,
  takeOutScreen,
} from '../../../renderer/editor/screen/screenCommands';
import { screenOptions } from '../../../renderer/editor/screen/screenOptions';
import { goToStepFact, removeEmptyStepFact } from '../../../renderer/editor/structure/stepFacts';
import { openPartOf } from './partEditor';

const text = (type: RichNode['type'], words: string): RichNode => ({
  type,
  content: [{ type: 'text', text: words }],
});
const step = (id: string, ...blocks: RichNode[]): RichNode => ({
  type: 'step',
  attrs: { id },
  content: [text('title', `Step ${id}`), text('paragraph', `Words of ${id}`), ...blocks],
});
const screen = (id: string): RichNode => ({ type: 'screen', attrs: { id } });
const film = newScreen('film', 'Film the fault', 'phone');

function openStory(...steps: RichNode[]) {
  const content = emptyContent();
  const useCase: RichNode = {
    type: 'useCase',
    attrs: { id: 'amira' },
    content: [text('title', 'Amira'), ...steps],
  };
  content.parts.experience = { type: 'doc', content: [useCase] };
  const doc = createNarrativeDoc(content);
  const editor = openPartOf(doc, 'experience');
  onTestFinished(() => editor.destroy());
  return { doc, editor };
}

/** Each step as its kinds of content, a screen by its id. */
const steps = ({ state }: Editor): string[] => {
  const found: string[] = [];
  state.doc.descendants((node) => {
    if (node.type.name !== 'step') return true;
    const kinds = node.children.map(({ type, attrs }) =>
      String(type.name === 'screen' ? attrs.id : (attrs.key ?? type.name)),
    );
    found.push(kinds.join(' '));
    return false;
  });
  return found;
};

function placeCaret(editor: Editor, words: string): void {
  editor.state.doc.descendants((node, pos) => {
    if (!node.isTextblock || node.textContent !== words) return;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos + 2)));
  });
}
const selected = ({ state: { selection } }: Editor) =>
  selection instanceof NodeSelection ? { id: String(selection.node.attrs.id), pos: selection.from } : null;

describe('a screen in the text', () => {
  it('stands below the words with the caret, and undo takes it back with its record', () => {
    const { doc, editor } = openStory(step('1'), step('2'));
    placeCaret(editor, 'Words of 2');
    insertScreen(editor, film);
    expect(steps(editor)).toEqual(['title paragraph', 'title paragraph film']);
    expect(selected(editor)?.id).toBe('film');
    expect(readScreen(doc, 'film')).toEqual(film);
    editor.commands.undo();
    expect(steps(editor)).toEqual(['title paragraph', 'title paragraph']);
    expect(readScreen(doc, 'film')).toBeNull();
    editor.commands.redo();
    expect(steps(editor)[1]).toBe('title paragraph film');
    expect(readScreen(doc, 'film')).toEqual(film);
  });

  it('goes into the first step without one from the name of its story', () => {
    const { editor } = openStory(step('1', screen('other')), step('2'));
    placeCaret(editor, 'Amira');
    insertScreen(editor, film);
    expect(steps(editor)).toEqual(['title paragraph other', 'title paragraph film']);
  });

  it('takes the place of a selected one that is gone', () => {
    const { editor } = openStory(step('1', screen('gone')));
    goToScreen(editor, 'gone');
    insertScreen(editor, film);
    expect(steps(editor)).toEqual(['title paragraph film']);
  });
});

describe('a screen that stands in the text', () => {
  it('is taken out of one place and kept', () => {
    const { doc, editor } = openStory(step('1'), step('2', screen('film')));
    placeCaret(editor, 'Words of 1');
    insertScreen(editor, film);
    const place = selected(editor);
    expect(place && takeOutScreen(editor, place)).toBe(true);
    expect(steps(editor)).toEqual(['title paragraph', 'title paragraph film']);
    expect(readScreen(doc, 'film')).toEqual(film);
  });

  it('is followed by its next state, both in one step of undo', () => {
    const { doc, editor } = openStory(step('1'));
    placeCaret(editor, 'Words of 1');
    insertScreen(editor, film);
    const place = selected(editor);
    expect(place && addNextState(editor, place)).toBe(true);
    const next = selected(editor)?.id ?? '';
    expect(steps(editor)).toEqual([`title paragraph film ${next}`]);
    expect(readScreen(doc, next)).toMatchObject({ title: 'Film the fault, 2', follows: 'film' });
    editor.commands.undo();
    expect(steps(editor)).toEqual(['title paragraph film']);
    expect(readScreen(doc, next)).toBeNull();
  });

  it('gets its words for all places at once; one that is gone gets none', () => {
    const { doc, editor } = openStory(step('1', screen('film')), step('2', screen('film')));
    expect(setScreenWords(editor, 'film', { title: 'A', alt: 'B' })).toBe(false);
    screensMap(doc).set('film', film);
    expect(setScreenWords(editor, 'film', { title: 'Film it', alt: 'A phone' })).toBe(true);
    const names = [...editor.view.dom.querySelectorAll('.dl-screen-title')].map((name) => name.textContent);
    expect(names).toEqual(['Film it', 'Film it']);
  });

  it('stands for the same record where a copy of it is pasted', () => {
    const { editor } = openStory(step('1', screen('film')), step('2'));
    goToScreen(editor, 'film');
    const copied = editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML;
    placeCaret(editor, 'Words of 2');
    editor.view.pasteHTML(copied);
    expect(steps(editor).map((kinds) => kinds.split('film').length - 1)).toEqual([1, 1]);
  });

  it('is changed by nothing that is not there any more', () => {
    const { editor } = openStory(step('1'));
    expect(takeOutScreen(editor, { id: 'film', pos: 3 })).toBe(false);
    expect(addNextState(editor, { id: 'film', pos: 999 })).toBe(false);
    expect(screenOptions(editor).desk).toBeNull();
  });
});

describe('the lines of a step', () => {
  it('stand below its words in their order, each once', () => {
    const { editor } = openStory(step('1'));
    placeCaret(editor, 'Words of 1');
    goToStepFact(editor, 'failure');
    goToStepFact(editor, 'sees');
    expect(steps(editor)).toEqual(['title paragraph sees failure']);
    editor.commands.insertContent('One button');
    placeCaret(editor, 'Words of 1');
    goToStepFact(editor, 'sees');
    expect(editor.state.selection.$head.parent.textContent).toBe('One button');
    expect(steps(editor)).toEqual(['title paragraph sees failure']);
  });

  it('go by Backspace when they are empty, and never those of the story', () => {
    const { editor } = openStory(
      { type: 'storyFact', attrs: { key: 'who' } },
      step('1', { type: 'storyFact', attrs: { key: 'sees' } }),
    );
    const caretIn = (key: string) =>
      editor.state.doc.descendants((node, pos) => {
        if (node.attrs.key !== key) return;
        editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos + 1)));
      });
    caretIn('who');
    expect(removeEmptyStepFact(editor)).toBe(false);
    caretIn('sees');
    expect(removeEmptyStepFact(editor)).toBe(true);
    expect(steps(editor)).toEqual(['title paragraph']);
  });
});
