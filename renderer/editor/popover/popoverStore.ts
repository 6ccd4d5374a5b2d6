import type { Editor } from '@tiptap/core';
import type { OpenedClaim } from '../evidence/openClaim';

/** The small window that stands beside a place in the text; one at a time. */
export type PopoverRequest = { anchor: DOMRect } & (
  | { kind: 'faq'; id: string }
  | { kind: 'item'; id: string }
  | { kind: 'footnote'; pos: number }
  | { kind: 'picture'; pos: number }
  | { kind: 'screen'; id: string }
  | { kind: 'screenMenu'; id: string; pos: number }
  | { kind: 'unwritten'; id: string }
  | { kind: 'user'; id: string }
  | { kind: 'link' }
  | { kind: 'evidence'; claim: OpenedClaim }
);

export interface PopoverStore {
  current: () => PopoverRequest | null;
  open: (request: PopoverRequest) => void;
  close: () => void;
  subscribe: (listener: () => void) => () => void;
}

const stores = new WeakMap<Editor, PopoverStore>();

/** The store of an editor, so that its toolbar, its text and its popovers meet without passing through React. */
export function popoversOf(editor: Editor): PopoverStore {
  const known = stores.get(editor);
  if (known) return known;
  const created = createPopoverStore();
  stores.set(editor, created);
  return created;
}

function createPopoverStore(): PopoverStore {
  let request: PopoverRequest | null = null;
  const listeners = new Set<() => void>();
  const set = (next: PopoverRequest | null) => {
    request = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => request,
    open: (next) => set(next),
    close: () => request && set(null),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Where the selection stands on the screen. */
export function selectionRect({ view, state }: Editor): DOMRect {
  const start = view.coordsAtPos(state.selection.from);
  const end = view.coordsAtPos(state.selection.to);
  const left = Math.min(start.left, end.left);
  return new DOMRect(left, start.top, Math.max(1, end.right - left), end.bottom - start.top);
}
