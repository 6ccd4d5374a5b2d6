// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { addFaqQuestion, updateFaqItem } from '../../../renderer/editor/commands';
import { deleteItem, moveItem } from '../../../renderer/editor/items/itemCommands';
import { memorySession } from './memorySession';
import { openPartEditor, openPartOf } from './partEditor';

const questionsOf = (editor: Editor) => {
  const questions: string[] = [];
  editor.state.doc.forEach((node) => {
    questions.push(node.firstChild?.textContent ?? '');
  });
  return questions;
};

/** Two windows on one narrative; `meet` carries over what each wrote apart. */
function twoWindows() {
  const here = createNarrativeDoc(emptyContent());
  const there = decodeNarrativeDoc(encodeNarrativeDoc(here));
  const meet = () => {
    Y.applyUpdateV2(there, Y.encodeStateAsUpdateV2(here, Y.encodeStateVector(there)));
    Y.applyUpdateV2(here, Y.encodeStateAsUpdateV2(there, Y.encodeStateVector(here)));
  };
  return { here, there, meet };
}

describe('two windows on one part', () => {
  it('end with the same text, whatever each of them typed', () => {
    const typing = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        text: fc.string({ minLength: 1, maxLength: 5 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(typing, typing, (mine, yours) => {
        const { here, there, meet } = twoWindows();
        const [a, b] = [openPartOf(here, 'release'), openPartOf(there, 'release')];
        const type = (editor: Editor, steps: typeof mine) => {
          for (const { at, text } of steps) {
            editor.commands.focus(Math.floor(at * editor.state.doc.content.size));
            editor.view.dispatch(editor.state.tr.insertText(text));
          }
        };
        type(a, mine);
        type(b, yours);
        meet();
        expect(a.getJSON()).toEqual(b.getJSON());
        expect(readNarrativeDoc(here)).toEqual(readNarrativeDoc(there));
        for (const { text } of [...mine, ...yours]) expect(a.state.doc.textContent).toContain(text[0]);
        a.destroy();
        b.destroy();
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('opening a part changes nothing in it', () => {
    const doc = createNarrativeDoc(emptyContent());
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    for (const part of ['release', 'customerFaq', 'experience', 'manuals', 'plan'] as const) {
      openPartOf(doc, part).destroy();
    }
    expect(updates).toBe(0);
  });
});

describe('undo', () => {
  it('survives leaving the part and coming back', () => {
    const session = memorySession(createNarrativeDoc(emptyContent()));
    const first = openPartEditor(session, 'release');
    first.commands.focus(2);
    first.commands.insertContent('Osterby');
    first.destroy();
    const second = openPartEditor(session, 'release');
    expect(second.state.doc.firstChild?.textContent).toBe('Osterby');
    second.commands.undo();
    expect(second.state.doc.firstChild?.textContent).toBe('');
    second.commands.redo();
    expect(second.state.doc.firstChild?.textContent).toBe('Osterby');
    second.commands.focus(2);
    second.view.dispatch(second.state.tr.insertText('New '));
    session.undoManager('release').stopCapturing();
    second.commands.undo();
    expect(second.state.doc.firstChild?.textContent).toBe('Osterby');
    second.destroy();
  });

  it('brings a deleted question back with its answer', () => {
    const editor = openPartOf(createNarrativeDoc(emptyContent()), 'customerFaq');
    addFaqQuestion(editor, { text: 'Why now?' });
    editor.commands.insertContent('Because.');
    addFaqQuestion(editor, { text: 'What does it cost?', bankNumber: 23 });
    const before = editor.getJSON();
    deleteItem(editor);
    expect(questionsOf(editor)).toEqual(['Why now?']);
    editor.commands.undo();
    expect(editor.getJSON()).toEqual(before);
    editor.destroy();
  });
});

describe('questions', () => {
  it('are asked once: the same number or the same words are found again', () => {
    const editor = openPartOf(createNarrativeDoc(emptyContent()), 'customerFaq');
    expect(addFaqQuestion(editor, { text: 'What does it cost?', bankNumber: 23 })).toBe(true);
    expect(addFaqQuestion(editor, { text: 'Another wording?', bankNumber: 23 })).toBe(false);
    expect(addFaqQuestion(editor, { text: '  what does it  COST? ' })).toBe(false);
    expect(questionsOf(editor)).toEqual(['What does it cost?']);
    editor.destroy();
  });

  it('keep state, owner and date, and move as a whole', () => {
    const editor = openPartOf(createNarrativeDoc(emptyContent()), 'internalFaq');
    addFaqQuestion(editor, { text: 'One?' });
    addFaqQuestion(editor, { text: 'Two?' });
    const id = String(editor.state.doc.child(1).attrs.id);
    updateFaqItem(editor, id, { state: 'blocked', owner: 'Ruth', due: '2027-12-04' });
    moveItem(editor, 'up');
    expect(questionsOf(editor)).toEqual(['Two?', 'One?']);
    expect(editor.state.doc.child(0).attrs).toMatchObject({
      id,
      state: 'blocked',
      owner: 'Ruth',
      due: '2027-12-04',
    });
    expect(moveItem(editor, 'up')).toBe(false);
    editor.destroy();
  });
});
