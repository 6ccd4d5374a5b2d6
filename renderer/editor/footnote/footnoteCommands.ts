import type { Editor } from '@tiptap/core';
import { popoversOf } from '../popover/popoverStore';

/** Puts a footnote at the caret and asks for its words. */
export function addFootnote(editor: Editor): boolean {
  const { to } = editor.state.selection;
  const footnote = editor.schema.nodes.footnote?.create();
  const $to = editor.state.doc.resolve(to);
  if (!footnote || !$to.parent.inlineContent || $to.parent.type.spec.code) return false;
  editor.view.dispatch(editor.state.tr.insert(to, footnote).scrollIntoView());
  openFootnote(editor, to);
  return true;
}

/** Opens the words of the footnote at this position. */
export function openFootnote(editor: Editor, pos: number): void {
  const dom = editor.view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  popoversOf(editor).open({ kind: 'footnote', pos, anchor: dom.getBoundingClientRect() });
}
