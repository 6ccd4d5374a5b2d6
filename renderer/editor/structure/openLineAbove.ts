import type { Editor } from '@tiptap/core';

/**
 * Enter at the very start of a heading that has an id: a line opens above it. An ordinary split would make the words
 * a new heading and leave the id, and every link to it, with the empty half.
 */
export function openLineAbove({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $from, empty } = state.selection;
  const { type, attrs, content } = $from.parent;
  const hasId = typeof attrs.id === 'string' && attrs.id !== '';
  if (!empty || $from.parentOffset > 0 || content.size === 0 || type.name !== 'heading' || !hasId)
    return false;
  const line = state.schema.nodes.paragraph?.create();
  if (!line) return false;
  view.dispatch(state.tr.insert($from.before(), line).scrollIntoView());
  return true;
}
