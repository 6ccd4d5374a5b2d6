import type { EditorState } from '@tiptap/pm/state';
import type { LastPlace } from '../../core/narrative/meta';
import type { PartKey } from '../../core/narrative/parts';

/** Key of the section, or id of the item, that holds the caret; '' outside of both. */
export function sectionKeyAt({ selection: { $head } }: EditorState): string {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $head.node(depth);
    if (type.name === 'section') return String(attrs.key);
    if (type.name !== 'step' && typeof attrs.id === 'string') return attrs.id;
  }
  return '';
}

/** Where writing stands, for the library's "where you stopped". */
export function placeAt(state: EditorState, part: PartKey): LastPlace {
  const { $head } = state.selection;
  const before = $head.parent.isTextblock ? $head.parent.textBetween(0, $head.parentOffset, ' ', ' ') : '';
  return { part, section: sectionKeyAt(state), excerpt: before.slice(-200).trimStart() };
}
