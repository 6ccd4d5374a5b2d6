import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

const structureMeta = 'structure';

/** Marks a transaction as one of our own commands, which may move and remove structure. */
export function asStructureChange(tr: Transaction): Transaction {
  return tr.setMeta(structureMeta, true);
}

/** True for changes that come from the shared document: other windows, undo and redo. */
export function isSharedChange(tr: Transaction): boolean {
  return tr.getMeta(ySyncPluginKey) !== undefined;
}

/** Every fixed section in order, those of a manual under the manual's id. */
export function fixedSections(doc: ProseMirrorNode): string[] {
  const found: string[] = [];
  doc.forEach((child) => {
    if (isFixed(child)) found.push(String(child.attrs.key));
    else if (child.type.name === 'manual') {
      child.forEach((inner) => {
        if (isFixed(inner)) found.push(`${child.attrs.id}/${inner.attrs.key}`);
      });
    }
  });
  return found;
}

function isFixed(node: ProseMirrorNode): boolean {
  return node.type.name === 'section' && node.attrs.fixed === true;
}

/**
 * Refuses local edits that would remove, double, reorder or retype a fixed section. Shared changes always
 * pass: a veto there would part the view from the shared document.
 */
export const SectionGuard = Extension.create({
  name: 'sectionGuard',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('sectionGuard'),
      filterTransaction(tr, state) {
        if (!tr.docChanged || isSharedChange(tr) || tr.getMeta(structureMeta)) return true;
        const before = fixedSections(state.doc);
        const after = fixedSections(tr.doc);
        return before.length === after.length && before.every((key, index) => key === after[index]);
      },
    }),
  ],
});
