import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';

/** Where the caret stands, as the guide and the rail name places. */
export interface CaretPlace {
  /** What the guide calls it: a section key, a story fact, 'step', or '' for the part as a whole. */
  guide: string;
  /** Id of the top-level item around it; '' outside of items. */
  item: string;
  /** What the outline calls it. */
  outline: string;
}

const nowhere: CaretPlace = { guide: '', item: '', outline: '' };

/** Follows the caret; the value changes only when the caret reaches another place. */
export function useCaretPlace(editor: Editor | null): CaretPlace {
  const [place, setPlace] = useState(nowhere);
  useEffect(() => {
    if (!editor) return setPlace(nowhere);
    let known: CaretPlace | null = null;
    // Compared here: asking React whether anything changed already draws what asks, on every key.
    const read = () => {
      const found = caretPlace(editor.state);
      if (known && isSame(known, found)) return;
      known = found;
      setPlace(found);
    };
    read();
    editor.on('selectionUpdate', read);
    return () => {
      editor.off('selectionUpdate', read);
    };
  }, [editor]);
  return place;
}

function isSame(known: CaretPlace, found: CaretPlace): boolean {
  return known.guide === found.guide && known.item === found.item && known.outline === found.outline;
}

function caretPlace({ selection: { $head } }: EditorState): CaretPlace {
  const place = { ...nowhere };
  for (let depth = 1; depth <= $head.depth; depth += 1) {
    const { type, attrs } = $head.node(depth);
    if (type.name === 'storyFact') place.guide = String(attrs.key);
    if (type.name === 'section') {
      place.guide = String(attrs.key);
      place.outline = place.item === '' ? place.guide : `${place.item}/${place.guide}`;
    }
    if (type.name === 'step') {
      place.guide = 'step';
      place.outline = String(attrs.id);
    }
    if (depth === 1 && typeof attrs.id === 'string') {
      place.item = attrs.id;
      place.outline = attrs.id;
    }
  }
  return place;
}
