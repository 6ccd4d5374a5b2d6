import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { isItem } from '../structure/cells';
import { createItemButton } from './itemButton';
import { moveItem } from './itemCommands';
import { itemNewsPlugin, itemNoun } from './itemNews';

interface ItemActionsOptions {
  part: PartKey;
}

/** Moves and deletes whole questions, use cases, steps and manuals, by keys and from a button on each. */
export const ItemActions = Extension.create<ItemActionsOptions>({
  name: 'itemActions',
  addOptions: () => ({ part: 'release' as PartKey }),
  addKeyboardShortcuts() {
    return {
      'Alt-Shift-ArrowUp': () => moveItem(this.editor, 'up'),
      'Alt-Shift-ArrowDown': () => moveItem(this.editor, 'down'),
    };
  },
  addProseMirrorPlugins() {
    const { kind } = partDefinitions[this.options.part];
    if (kind === 'sections' || kind === 'plain') return [];
    // A question draws its own button, in its node view.
    return kind === 'faq' ? [itemNewsPlugin()] : [itemNewsPlugin(), itemButtonPlugin(this.editor)];
  },
});

/** Buttons as decorations, keyed by id, so that typing draws none of them again. */
function itemButtonPlugin(editor: Editor): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>('itemButtons');
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => itemButtons(editor, doc),
      apply: (tr, before) => (tr.docChanged ? itemButtons(editor, tr.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function itemButtons(editor: Editor, doc: ProseMirrorNode): DecorationSet {
  const buttons: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!isItem(node)) return false;
    const id = String(node.attrs.id);
    const draw = () => createItemButton(editor, itemNoun(node), () => id);
    // At the end, so that what comes first in an item stays its first child.
    const end = pos + node.nodeSize - 1;
    buttons.push(Decoration.widget(end, draw, { key: `item-${id}`, side: 1, stopEvent: () => true }));
    return true;
  });
  return DecorationSet.create(doc, buttons);
}
