import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { containerDepth, isItem } from '../structure/cells';
import { asStructureChange } from '../structure/sectionGuard';
import { dispatchAsStep } from '../structure/undoStep';
import { itemNoun, withItemNews } from './itemNews';

/** Which way a neighbour of the same kind lies. */
export type ItemDirection = 'up' | 'down';

/** Moves the item that holds the caret past its neighbour of the same kind; the caret moves along. */
export function moveItem(editor: Editor, direction: ItemDirection): boolean {
  const { $head, anchor, head } = editor.state.selection;
  const depth = itemDepth(editor);
  const neighbour = depth === 0 ? null : neighbourOf(editor, direction);
  if (!neighbour) return false;
  const node = $head.node(depth);
  const from = $head.before(depth);
  const shift = direction === 'up' ? -neighbour.nodeSize : neighbour.nodeSize;
  const tr = asStructureChange(editor.state.tr.delete(from, from + node.nodeSize));
  tr.insert(from + shift, node);
  tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift));
  const { place, count } = placeAmongAlike(tr.doc, from + shift);
  withItemNews(tr, `${itemNoun(node)} moved ${direction}, now ${place} of ${count}.`);
  dispatchAsStep(editor.view, tr.scrollIntoView());
  return true;
}

/** Deletes the item that holds the caret; the last one of a part is replaced by an empty one. */
export function deleteItem(editor: Editor): boolean {
  const { $head } = editor.state.selection;
  const depth = itemDepth(editor);
  if (depth === 0) return false;
  const from = $head.before(depth);
  const tr = asStructureChange(editor.state.tr.delete(from, $head.after(depth)));
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), -1));
  withItemNews(tr, `${itemNoun($head.node(depth))} deleted. Undo brings it back.`);
  dispatchAsStep(editor.view, tr.scrollIntoView());
  return true;
}

/** True when the item that holds the caret has a neighbour of its kind on that side. */
export function canMoveItem(editor: Editor, direction: ItemDirection): boolean {
  return itemDepth(editor) > 0 && neighbourOf(editor, direction) !== null;
}

/** Puts the caret into the item with this id, unless it is there. Answers the item; null when it is gone. */
export function enterItem(editor: Editor, id: string): ProseMirrorNode | null {
  const { doc, selection, tr } = editor.state;
  const found = itemById(doc, id);
  if (!found) return null;
  const { node, pos } = found;
  const isInside = selection.$head.node(itemDepth(editor)) === node;
  if (!isInside) editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(pos + 1), 1)));
  return node;
}

function itemById(doc: ProseMirrorNode, id: string): { node: ProseMirrorNode; pos: number } | null {
  const found: { node: ProseMirrorNode; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (!isItem(node)) return false;
    if (node.attrs.id === id) found.push({ node, pos });
    return true;
  });
  return found[0] ?? null;
}

/** Depth of the innermost item around the caret; 0 when there is none. */
function itemDepth({ state }: Editor): number {
  const { $head } = state.selection;
  for (let depth = containerDepth($head); depth > 0; depth -= 1) if (isItem($head.node(depth))) return depth;
  return 0;
}

function neighbourOf(editor: Editor, direction: ItemDirection): ProseMirrorNode | null {
  const { $head } = editor.state.selection;
  const depth = itemDepth(editor);
  const index = $head.index(depth - 1) + (direction === 'up' ? -1 : 1);
  const neighbour = $head.node(depth - 1).maybeChild(index);
  return neighbour?.type === $head.node(depth).type ? neighbour : null;
}

/** Counted from 1, as people count. */
function placeAmongAlike(doc: ProseMirrorNode, pos: number): { place: number; count: number } {
  const { parent, nodeAfter, parentOffset } = doc.resolve(pos);
  let place = 0;
  let count = 0;
  parent.forEach((node, offset) => {
    if (node.type !== nodeAfter?.type) return;
    count += 1;
    if (offset <= parentOffset) place += 1;
  });
  return { place, count };
}
