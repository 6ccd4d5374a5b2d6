import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/**
 * Dispatches a change that undo takes back on its own. Without it, changes that follow each other quickly are
 * one step, and undoing a deletion would also undo what was typed right before it.
 */
export function dispatchAsStep(view: EditorView, tr: Transaction): void {
  const history = historyOf(view);
  history?.stopCapturing();
  view.dispatch(tr);
  history?.stopCapturing();
}

/** What takes changes of this text back, also once its editor is gone; null for a text without a history. */
export function historyOf({ state }: Pick<EditorView, 'state'>): UndoManager | null {
  const history = yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined;
  return history?.undoManager ?? null;
}
