import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { openScreenWords } from '../../editor/screen/openScreen';
import { goToScreen } from '../../editor/screen/screenCommands';

/** Goes to the place of a screen that is selected, or to its first; asks there what is to be seen, if that is wanted. */
export function askForWords(editor: Editor, id: string, asks: boolean): void {
  if (editor.isDestroyed) return;
  if (selectedId(editor) === id) editor.view.focus();
  else if (!goToScreen(editor, id)) return;
  if (asks) openScreenWords(editor, { id, pos: editor.state.selection.from });
}

function selectedId({ state: { selection } }: Editor): string {
  return selection instanceof NodeSelection ? String(selection.node.attrs.id) : '';
}
