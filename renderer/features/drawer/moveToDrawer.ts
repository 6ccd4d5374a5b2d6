import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { type DrawerItem, drawerItemSchema } from '../../../core/drawer/drawerItem';
import type { PartKey } from '../../../core/narrative/parts';
import { drawerMap } from '../../../core/narrative/recordMaps';
import { sectionKeyAt } from '../../editor/place';
import { wordsToPark } from './parkedWords';

export interface DrawerMove {
  part: PartKey;
  author: string;
  id: string;
  now: Date;
}

export type MoveOutcome = 'moved' | 'no-words' | 'too-long';

/** Moves the selection, or the sentence with the caret, out of the text into the drawer, as one step of undo. */
export function moveToDrawer(editor: Editor, move: DrawerMove): MoveOutcome {
  const words = wordsToPark(editor);
  const history = historyOf(editor);
  if (!words || !history) return 'no-words';
  const item = drawerItemSchema.safeParse({
    id: move.id,
    text: words.text,
    from: { part: move.part, section: sectionKeyAt(editor.state) },
    movedAt: move.now.toISOString(),
    movedBy: move.author,
  });
  if (!item.success) return 'too-long';
  asOneStep(history, () => {
    writeRecord(history, (drawer) => drawer.set(item.data.id, item.data));
    editor.view.dispatch(editor.state.tr.delete(words.from, words.to).scrollIntoView());
  });
  return 'moved';
}

/** Puts parked words back where the caret is, as one step of undo. False where no text can stand. */
export function putBackAtCaret(editor: Editor, item: DrawerItem): boolean {
  const history = historyOf(editor);
  const { $from } = editor.state.selection;
  if (!history || !$from.parent.inlineContent) return false;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const space = before === '' || /\s$/u.test(before) ? '' : ' ';
  asOneStep(history, () => {
    writeRecord(history, (drawer) => drawer.delete(item.id));
    editor.view.dispatch(
      editor.state.tr.insertText(space + item.text.replaceAll('\n', ' ')).scrollIntoView(),
    );
  });
  return true;
}

function historyOf(editor: Editor): Y.UndoManager | undefined {
  const state = yUndoPluginKey.getState(editor.state) as { undoManager: Y.UndoManager } | undefined;
  return state?.undoManager;
}

/** The record belongs to the history of the part it came from; those of other parts must not take it back. */
function writeRecord(history: Y.UndoManager, write: (drawer: Y.Map<unknown>) => void): void {
  const drawer = drawerMap(history.doc);
  history.addToScope([drawer]);
  history.doc.transact(() => write(drawer), history);
}

/** The text changes by its editor and the record beside it, so two changes are made one step. */
function asOneStep(history: Y.UndoManager, change: () => void): void {
  const { captureTimeout } = history;
  history.stopCapturing();
  history.captureTimeout = Number.POSITIVE_INFINITY;
  change();
  history.captureTimeout = captureTimeout;
  history.stopCapturing();
}
