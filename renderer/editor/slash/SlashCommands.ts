import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { PartKey } from '../../../core/narrative/parts';
import type { BlockAction } from '../blockActions';
import { factActions } from '../fact/insertFact';
import { isOneLine } from '../structure/StructureKeys';
import { slashItems } from './slashItems';
import { type SlashStore, slashStoreOf } from './slashStore';

interface SlashOptions {
  part: PartKey;
}

/** Opens a menu of blocks and items when a line begins with `/`. */
export const SlashCommands = Extension.create<SlashOptions>({
  name: 'slashCommands',
  priority: 1200,
  addOptions: () => ({ part: 'release' as PartKey }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const store = slashStoreOf(editor);
    return [
      Suggestion<BlockAction, BlockAction>({
        editor,
        pluginKey: new PluginKey('slashCommands'),
        char: '/',
        startOfLine: true,
        decorationClass: 'dl-slash',
        allow: ({ state }) => {
          const { $head } = state.selection;
          return $head.parent.type.name === 'paragraph' && !isOneLine($head, options.part);
        },
        items: ({ query }) => slashItems(options.part, query, factActions(editor)),
        command: ({ editor: target, range, props }) => {
          target.view.dispatch(target.state.tr.delete(range.from, range.to));
          props.run(target);
        },
        render: () => ({
          onStart: (props) => show(store, props, 0),
          onUpdate: (props) => show(store, props, 0),
          onExit: () => store.set(null),
          onKeyDown: ({ event }) => onKey(store, event.key),
        }),
      }),
    ];
  },
});

function show(store: SlashStore, props: SuggestionProps<BlockAction, BlockAction>, index: number): void {
  const rect = props.clientRect?.();
  store.set(
    rect && props.items.length > 0 ? { items: props.items, index, rect, choose: props.command } : null,
  );
}

function onKey(store: SlashStore, key: string): boolean {
  const state = store.current();
  if (!state) return false;
  const { items, index } = state;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1;
      store.set({ ...state, index: (index + step + items.length) % items.length });
      return true;
    }
    case 'Enter':
    case 'Tab': {
      const item = items[index];
      if (item) state.choose(item);
      return true;
    }
    default:
      return false;
  }
}
