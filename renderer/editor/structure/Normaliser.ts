import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type NormaliseOptions, normalise } from './normalise';
import { asStructureChange, isSharedChange } from './sectionGuard';

/** Repairs the document after every local change that needs it; see `normalise`. */
export const Normaliser = Extension.create<NormaliseOptions>({
  name: 'normaliser',
  addOptions: () => ({ part: 'release' as const, newId: () => crypto.randomUUID() }),
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin({
        key: new PluginKey('normaliser'),
        appendTransaction(transactions, _before, state) {
          // What arrives from elsewhere is repaired where it was made; two repairs of one fault would double it.
          if (!transactions.some((tr) => tr.docChanged && !isSharedChange(tr))) return null;
          const tr = normalise(asStructureChange(state.tr), options);
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});

/** Repairs what was stored, once, when a part is opened; not a step a person could undo. */
export function normaliseOnOpen(editor: Editor, options: NormaliseOptions): void {
  const tr = normalise(asStructureChange(editor.state.tr).setMeta('addToHistory', false), options);
  if (tr.docChanged) editor.view.dispatch(tr);
}
