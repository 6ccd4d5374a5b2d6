import type { Editor } from '@tiptap/core';
import { popoversOf } from '../popover/popoverStore';

/** A screen at one of its places in the text. */
export interface PlacedScreen {
  id: string;
  pos: number;
}

/** Asks for the name and the description of a screen beside its place. False when it is not drawn there. */
export function openScreenWords(editor: Editor, { id, pos }: PlacedScreen): boolean {
  return openBeside(editor, pos, (anchor) => popoversOf(editor).open({ kind: 'screen', id, anchor }));
}

/** Opens the menu of a screen at its place. False when it is not drawn there. */
export function openScreenMenu(editor: Editor, { id, pos }: PlacedScreen): boolean {
  return openBeside(editor, pos, (anchor) =>
    popoversOf(editor).open({ kind: 'screenMenu', id, pos, anchor }),
  );
}

function openBeside(editor: Editor, pos: number, open: (anchor: DOMRect) => void): boolean {
  const dom = editor.view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return false;
  // What stands beside a place that is not seen would not be seen either.
  dom.scrollIntoView({ block: 'nearest' });
  const tools = dom.querySelector('.dl-screen-menu');
  open((tools ?? dom).getBoundingClientRect());
  return true;
}
