import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/**
 * Dispatches a change that undo takes back on its own. Without it, changes that follow each other quickly are
 * one step, and undoing a deletion would also undo what was typed right before it.
 */
export function dispatchAsStep(view: EditorView, tr: Transaction): void {
  const history = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager } | undefined;
  history?.undoManager.stopCapturing();
  view.dispatch(tr);
  history?.undoManager.stopCapturing();
}
