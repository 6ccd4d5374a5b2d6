import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { isSharedChange } from './sectionGuard';

/**
 * Lets nothing that is pressed here change the text while `isHeld`. The text keeps its caret, so that words can be
 * chosen by keys too: to be copied, or remarked on.
 */
export const HeldText = Extension.create<{ isHeld: () => boolean }>({
  name: 'heldText',
  addOptions: () => ({ isHeld: () => false }),
  addProseMirrorPlugins() {
    const { isHeld } = this.options;
    return [
      new Plugin({
        key: new PluginKey('heldText'),
        filterTransaction: (tr) => !tr.docChanged || isSharedChange(tr) || !isHeld(),
      }),
    ];
  },
});
