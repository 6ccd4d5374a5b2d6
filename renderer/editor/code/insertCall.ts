import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { blockPosition } from '../structure/cells';
import { dispatchAsStep } from '../structure/undoStep';

/** Puts an empty request with its response below the caret, and the caret into the request. */
export function insertCall(editor: Editor): boolean {
  const { state, schema, view } = editor;
  const pos = blockPosition(state.selection.$head);
  const request = schema.node('codeBlock', { role: 'request', language: 'http' });
  const response = schema.node('codeBlock', { role: 'response', language: 'http' });
  const tr = state.tr.insert(pos, [request, response]);
  dispatchAsStep(view, tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
  view.focus();
  return true;
}
