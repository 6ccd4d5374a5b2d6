// @vitest-environment happy-dom
import '@tiptap/extension-table';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { moveItem } from '../../../renderer/editor/items/itemCommands';
import { fixedSections } from '../../../renderer/editor/structure/sectionGuard';
import { openPartOf } from './partEditor';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function editorOf(part: PartKey): Editor {
  const editor = openPartOf(createNarrativeDoc(emptyContent()), part);
  editors.push(editor);
  return editor;
}

type Edit = { kind: number; from: number; to: number; text: string };

const edits = fc.array(
  fc.record({
    kind: fc.nat(15),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
  }),
  { maxLength: 25 },
);

function select(editor: Editor, edit: Edit): void {
  const { doc } = editor.state;
  const at = (share: number) => doc.resolve(Math.floor(share * doc.content.size));
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(at(edit.from), at(edit.to))));
}

function press(editor: Editor, key: string, held: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, ...held });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event));
}

/** Control with Home or End, and a key. */
function writeAtEdge(editor: Editor, key: 'Home' | 'End', text: string): void {
  press(editor, key, { ctrlKey: true });
  editor.view.dispatch(editor.state.tr.insertText(text));
}

/** One of the edits a person, an input rule or a careless plug-in may try. */
function apply(editor: Editor, edit: Edit): void {
  select(editor, edit);
  const { state, view, commands } = editor;
  const { from, to } = state.selection;
  const tries = [
    () => view.dispatch(state.tr.insertText(edit.text, from, to)),
    () => view.dispatch(state.tr.delete(from, to)),
    () => view.dispatch(state.tr.deleteSelection()),
    () => press(editor, 'Enter'),
    () => press(editor, 'Backspace'),
    () => press(editor, 'Delete'),
    () => commands.deleteNode('section'),
    () => commands.setHeading({ level: 2 }),
    () => commands.toggleBulletList(),
    () => commands.joinBackward(),
    () => commands.lift('section'),
    () => commands.selectAll() && commands.deleteSelection(),
    () => commands.undo(),
    () => moveItem(editor, edit.from < 0.5 ? 'up' : 'down'),
    () => commands.insertTable({ rows: 2, cols: 2 }),
    () => writeAtEdge(editor, edit.from < 0.5 ? 'Home' : 'End', edit.text),
  ];
  tries[edit.kind]?.();
}

it('writes a paragraph of its own beside a table at either end of a part', () => {
  const editor = editorOf('plan');
  editor.commands.insertTable({ rows: 1, cols: 1 });
  while (editor.state.doc.lastChild?.type.name === 'paragraph')
    editor.view.dispatch(
      editor.state.tr.delete(
        editor.state.doc.content.size - editor.state.doc.lastChild.nodeSize,
        editor.state.doc.content.size,
      ),
    );
  expect(editor.state.doc.lastChild?.type.name).toBe('table');
  writeAtEdge(editor, 'End', 'below');
  writeAtEdge(editor, 'Home', 'above');
  const blocks = editor.state.doc.children.map(({ type, textContent }) => [type.name, textContent]);
  expect(blocks.at(-1)).toEqual(['paragraph', 'below']);
  expect(blocks[0]).toEqual(['paragraph', 'above']);
});

it('splits where a selection of words was, when Enter is pressed over it', () => {
  const editor = editorOf('plan');
  editor.view.dispatch(editor.state.tr.insertText('one two three', 1));
  editor.commands.setTextSelection({ from: 4, to: 9 });
  press(editor, 'Enter');
  expect(editor.state.doc.textBetween(0, editor.state.doc.content.size, '|')).toBe('one|three');
});

describe.each(['release', 'brief', 'manuals', 'customerFaq', 'experience', 'plan'] as const)('%s', (part) => {
  it('keeps its fixed sections and stays valid under any edits', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const editor = editorOf(part);
        const expected = partDefinitions[part].sections.map((section) => section.key);
        for (const edit of sequence) {
          apply(editor, edit);
          editor.state.doc.check();
          if (part !== 'manuals') expect(fixedSections(editor.state.doc)).toEqual(expected);
          else expect(fixedSections(editor.state.doc).length % 4).toBe(0);
        }
        expect(editor.state.doc.childCount).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
