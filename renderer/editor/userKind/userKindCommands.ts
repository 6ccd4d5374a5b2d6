import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { dispatchAsStep } from '../structure/undoStep';

/** Says which kind of user a use case or manual is about; '' for nobody in particular. False when it is gone. */
export function setUserKind(editor: Editor, id: string, user: string): boolean {
  const found = findItem(editor.state.doc, id);
  if (!found) return false;
  dispatchAsStep(editor.view, editor.state.tr.setNodeAttribute(found.pos, 'user', user));
  return true;
}

/** The kind of user of a use case or manual; '' when nobody said, or when it is gone. */
export function userKindIn(editor: Editor, id: string): string {
  return String(findItem(editor.state.doc, id)?.node.attrs.user ?? '');
}

function findItem(doc: ProseMirrorNode, id: string): { node: ProseMirrorNode; pos: number } | null {
  const found: { node: ProseMirrorNode; pos: number }[] = [];
  doc.forEach((node, pos) => {
    if (node.attrs.id === id) found.push({ node, pos });
  });
  return found[0] ?? null;
}
