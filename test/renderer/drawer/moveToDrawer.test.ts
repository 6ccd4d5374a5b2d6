// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type * as Y from 'yjs';
import { putBack } from '../../../core/drawer/putBack';
import { createNarrativeDoc, emptyContent, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { plainText } from '../../../core/narrative/plainText';
import { moveToDrawer, putBackAtCaret } from '../../../renderer/features/drawer/moveToDrawer';
import { paragraph, withSection } from '../../core/check/narratives';
import { memorySession } from '../editor/memorySession';
import { openPartEditor } from '../editor/partEditor';

const summary = 'Osterby opened Fairmend. A neural network reads the picture. It is quick.';

function openRelease(...lines: string[]) {
  const content = withSection(
    emptyContent(),
    { part: 'release', section: 'summary' },
    ...lines.map((line) => paragraph(line)),
  );
  const session = memorySession(createNarrativeDoc(content));
  const editor = openPartEditor(session, 'release');
  onTestFinished(() => editor.destroy());
  return { session, editor };
}

let made = 0;
function move(editor: Editor, part: PartKey = 'release') {
  made += 1;
  const now = new Date('2027-03-01T09:00:00.000Z');
  return moveToDrawer(editor, { part, author: 'Ines', id: `parked-${made}`, now });
}

/** Puts the caret behind the first place of the words. */
function caretIn(editor: Editor, words: string): void {
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at < 0) return true;
    const caret = TextSelection.create(editor.state.doc, pos + at + 1);
    editor.view.dispatch(editor.state.tr.setSelection(caret));
    return false;
  });
}

const wordsOf = (doc: Y.Doc, part: PartKey = 'release') =>
  plainText(readNarrativeDoc(doc).parts[part]).trim();
const parkedIn = (doc: Y.Doc) => Object.values(readNarrativeDoc(doc).drawer);

describe('moving words into the drawer', () => {
  test('takes the sentence with the caret and leaves one space between the others', () => {
    const { session, editor } = openRelease(summary);
    caretIn(editor, 'neural');
    expect(move(editor)).toBe('moved');
    expect(wordsOf(session.doc)).toBe('Osterby opened Fairmend. It is quick.');
    expect(parkedIn(session.doc)).toMatchObject([
      {
        text: 'A neural network reads the picture.',
        from: { part: 'release', section: 'summary' },
        movedBy: 'Ines',
      },
    ]);
  });

  test('takes the last sentence without leaving a space behind', () => {
    const { session, editor } = openRelease(summary);
    caretIn(editor, 'quick');
    move(editor);
    expect(wordsOf(session.doc)).toBe('Osterby opened Fairmend. A neural network reads the picture.');
  });

  test('takes the paragraph along when another one stays', () => {
    const { session, editor } = openRelease('A neural network reads it.', 'It is quick.');
    caretIn(editor, 'neural');
    move(editor);
    const section = readNarrativeDoc(session.doc).parts.release.content?.find(
      (node) => node.attrs?.key === 'summary',
    );
    expect(section?.content?.length).toBe(1);
  });

  test('has nothing to move where there are no words', () => {
    const { session, editor } = openRelease('');
    expect(move(editor)).toBe('no-words');
    expect(parkedIn(session.doc)).toEqual([]);
  });

  test('undo brings text and record back in one step, redo takes both again', () => {
    const { session, editor } = openRelease(summary);
    caretIn(editor, 'quick');
    editor.commands.insertContent('very ');
    const typed = wordsOf(session.doc);
    caretIn(editor, 'neural');
    move(editor);
    editor.commands.undo();
    expect(wordsOf(session.doc)).toBe(typed);
    expect(parkedIn(session.doc)).toEqual([]);
    editor.commands.redo();
    expect(wordsOf(session.doc)).not.toContain('neural');
    expect(parkedIn(session.doc)).toHaveLength(1);
  });

  test('undo in another part leaves what was parked from this one', () => {
    const { session, editor } = openRelease(summary);
    const other = openPartEditor(session, 'plan');
    onTestFinished(() => other.destroy());
    other.commands.insertContent('A first step.');
    caretIn(editor, 'neural');
    move(editor);
    other.commands.undo();
    expect(wordsOf(session.doc, 'plan')).toBe('');
    expect(parkedIn(session.doc)).toHaveLength(1);
  });
});

describe('putting words back', () => {
  test('the end of their section takes them; one undo parks them again', () => {
    const { session, editor } = openRelease(summary);
    caretIn(editor, 'neural');
    move(editor);
    const [item] = parkedIn(session.doc);
    if (!item) throw new Error('Nothing was parked.');
    putBack(session.doc, item, session.undoManager('release'));
    expect(wordsOf(session.doc)).toBe(
      'Osterby opened Fairmend. It is quick.\nA neural network reads the picture.',
    );
    expect(parkedIn(session.doc)).toEqual([]);
    editor.commands.undo();
    expect(parkedIn(session.doc)).toEqual([item]);
    expect(wordsOf(session.doc)).not.toContain('neural');
  });

  test('the caret takes them, with a space before', () => {
    const { session, editor } = openRelease(summary);
    caretIn(editor, 'neural');
    move(editor);
    const [item] = parkedIn(session.doc);
    caretIn(editor, 'quick');
    editor.commands.setTextSelection(editor.state.selection.$from.end());
    expect(item && putBackAtCaret(editor, item)).toBe(true);
    expect(wordsOf(session.doc)).toBe(
      'Osterby opened Fairmend. It is quick. A neural network reads the picture.',
    );
    expect(parkedIn(session.doc)).toEqual([]);
  });
});

const edit = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(400),
    text: fc.constantFrom('word. ', 'A', ' '),
  }),
  fc.record({ kind: fc.constant('park' as const), at: fc.nat(400) }),
  fc.record({ kind: fc.constant('back' as const), which: fc.nat(5) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function run(opened: ReturnType<typeof openRelease>, step: Edit): void {
  const { session, editor } = opened;
  if (step.kind === 'back') {
    const items = parkedIn(session.doc);
    const item = items[step.which % Math.max(items.length, 1)];
    if (item) putBack(session.doc, item, session.undoManager('release'));
    return;
  }
  const { doc, tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(step.at % doc.content.size))));
  if (step.kind === 'park') move(editor);
  else editor.view.dispatch(editor.state.tr.insertText(step.text));
}

const letters = (doc: Y.Doc) =>
  [wordsOf(doc), ...parkedIn(doc).map(({ text }) => text)]
    .join('')
    .replace(/\s/gu, '')
    .split('')
    .sort()
    .join('');

test('law: whatever is moved, put back and undone, no letter is lost and none is doubled', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (steps) => {
      const opened = openRelease(summary, 'The second paragraph. It stays.');
      const { session, editor } = opened;
      let before = letters(session.doc);
      for (const step of steps) {
        const snapshot = { text: wordsOf(session.doc), parked: parkedIn(session.doc) };
        run(opened, step);
        if (step.kind === 'type') {
          before = letters(session.doc);
          continue;
        }
        expect(letters(session.doc)).toBe(before);
        if (parkedIn(session.doc).length === snapshot.parked.length) continue;
        editor.commands.undo();
        expect({ text: wordsOf(session.doc), parked: parkedIn(session.doc) }).toEqual(snapshot);
        editor.commands.redo();
        expect(letters(session.doc)).toBe(before);
      }
    }),
    { numRuns: 25 },
  );
});
