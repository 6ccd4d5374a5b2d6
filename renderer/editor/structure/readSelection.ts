import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over where the browser's caret stands now. The browser tells of a move a moment after it: with two
 * quick keys, such as Home and Backspace, the second would otherwise act where the caret stood before.
 */
export function readSelection(view: EditorView): void {
  const { state } = view;
  const shown = view.dom.ownerDocument.getSelection();
  if (view.composing || !(state.selection instanceof TextSelection) || !view.hasFocus()) return;
  const anchor = positionOf(view, shown?.anchorNode ?? null, shown?.anchorOffset ?? 0);
  const head = positionOf(view, shown?.focusNode ?? null, shown?.focusOffset ?? 0);
  if (anchor === null || head === null) return;
  if (anchor === state.selection.anchor && head === state.selection.head) return;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
}

/** Null outside of running text: what stands there is for the editor's own reading to decide. */
function positionOf(view: EditorView, node: Node | null, offset: number): number | null {
  if (!node || node === view.dom || !view.dom.contains(node)) return null;
  const pos = view.posAtDOM(node, offset, -1);
  return view.state.doc.resolve(pos).parent.inlineContent ? pos : null;
}
