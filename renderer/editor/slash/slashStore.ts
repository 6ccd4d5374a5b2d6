import type { Editor } from '@tiptap/core';
import type { BlockAction } from '../blockActions';

export interface SlashState {
  items: readonly BlockAction[];
  index: number;
  rect: DOMRect;
  choose: (item: BlockAction) => void;
}

export interface SlashStore {
  current: () => SlashState | null;
  set: (state: SlashState | null) => void;
  subscribe: (listener: () => void) => () => void;
}

const stores = new WeakMap<Editor, SlashStore>();

/** What the open slash menu of an editor shows; null while it is closed. */
export function slashStoreOf(editor: Editor): SlashStore {
  const known = stores.get(editor);
  if (known) return known;
  let state: SlashState | null = null;
  const listeners = new Set<() => void>();
  const created: SlashStore = {
    current: () => state,
    set(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  stores.set(editor, created);
  return created;
}
