import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { InternalQuestion } from '../../../core/manuals/unwritten';
import { blockPosition } from '../structure/cells';
import { dispatchAsStep } from '../structure/undoStep';

interface Placed {
  node: ProseMirrorNode;
  pos: number;
}

/**
 * Says at the caret that something could not be written yet: an empty line becomes the place for it, a written one
 * keeps standing above. False where no block may stand.
 */
export function addUnwritten(editor: Editor, newId: () => string = () => crypto.randomUUID()): boolean {
  const { state, view } = editor;
  const { $from } = state.selection;
  const place = state.schema.nodes.unwritten?.createAndFill({ id: newId() });
  if (!place || findAround(editor) || editor.state.selection.$from.depth === 0) return false;
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const pos = isEmptyLine ? $from.before() : blockPosition($from);
  const tr = isEmptyLine ? state.tr.replaceWith(pos, pos + 2, place) : state.tr.insert(pos, place);
  dispatchAsStep(view, tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView());
  view.focus();
  return true;
}

/** Names the question that the place with this id waits for; null for none. False when the place is gone. */
export function waitForQuestion(
  editor: Editor,
  id: string,
  question: Pick<InternalQuestion, 'id' | 'words'> | null,
): boolean {
  const found = unwrittenById(editor, id);
  if (!found) return false;
  const attrs = { ...found.node.attrs, question: question?.id ?? '', words: question?.words ?? '' };
  dispatchAsStep(editor.view, editor.state.tr.setNodeMarkup(found.pos, null, attrs));
  return true;
}

/** Takes the frame away: what stands in it is ordinary text of the manual from now on. */
export function writeHere(editor: Editor, id: string): boolean {
  const found = unwrittenById(editor, id);
  if (!found) return false;
  const { node, pos } = found;
  const tr = editor.state.tr.replaceWith(pos, pos + node.nodeSize, node.content);
  const end = tr.doc.resolve(pos + node.content.size);
  dispatchAsStep(editor.view, tr.setSelection(Selection.near(end, -1)).scrollIntoView());
  editor.view.focus();
  return true;
}

/** The place with this id, wherever it stands now. */
export function unwrittenById({ state }: Editor, id: string): Placed | null {
  const found: Placed[] = [];
  state.doc.descendants((node, pos) => {
    if (node.type.name === 'unwritten' && node.attrs.id === id) found.push({ node, pos });
    return !node.isTextblock && found.length === 0;
  });
  return found[0] ?? null;
}

/** The place around the caret. */
export function findAround({ state }: Editor): Placed | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'unwritten')
      return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

/** Enter in an empty last line leaves the place for a new line below it. */
export function leaveBelow(editor: Editor): boolean {
  const around = findAround(editor);
  const { $from, empty } = editor.state.selection;
  if (!around || !empty || $from.parent.content.size > 0 || around.node.childCount < 2) return false;
  const end = around.pos + around.node.nodeSize;
  if ($from.after() !== end - 1) return false;
  const line = editor.schema.nodes.paragraph?.create();
  if (!line) return false;
  const tr = editor.state.tr.insert(end, line).delete($from.before(), $from.after());
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end, -1)), 1));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

/** Backspace at the start of a place takes its frame away; the words stay. */
export function leaveFrame(editor: Editor): boolean {
  const around = findAround(editor);
  const { $from, empty } = editor.state.selection;
  if (!around || !empty || $from.pos !== around.pos + 2) return false;
  const { node, pos } = around;
  const tr = editor.state.tr.replaceWith(pos, pos + node.nodeSize, node.content);
  dispatchAsStep(editor.view, tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
  return true;
}
