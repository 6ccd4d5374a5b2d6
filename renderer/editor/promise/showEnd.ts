import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import type { EndKind } from '../../../core/thread/threadLink';
import { goToClaim } from '../evidence/evidenceCommands';

const nodeOfKind: Readonly<Record<Exclude<EndKind, 'evidence'>, string>> = {
  faq: 'faqItem',
  step: 'step',
  screen: 'screen',
  howTo: 'heading',
};

/** Puts the caret at an end of the thread in this part and shows it. False when it does not stand here. */
export function showEnd(editor: Editor, { kind, id }: { kind: EndKind; id: string }): boolean {
  if (kind === 'evidence') return goToClaim(editor, id);
  const { doc } = editor.state;
  const pos = findNode(doc, nodeOfKind[kind], id);
  if (pos === null) return false;
  const selection =
    kind === 'screen' ? NodeSelection.create(doc, pos) : Selection.near(doc.resolve(pos + 1), 1);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
  return true;
}

function findNode(doc: ProseMirrorNode, type: string, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found === null && node.type.name === type && node.attrs.id === id) found = pos;
    return found === null && !node.inlineContent;
  });
  return found;
}
