import { useDebouncedValue } from '@mantine/hooks';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { lettersBefore } from '../../editor/pages/letterPosition';

/** Quiet time of the caret before anything is asked about its place, in milliseconds. */
const quietMs = 300;

/** How many letters stand before the caret, told once it rests. */
export function useCaretLetters(editor: Editor | null): number {
  const [letters, setLetters] = useState(0);
  useEffect(() => {
    if (!editor) return;
    const read = () => setLetters(lettersBefore(editor.state.doc, editor.state.selection.from));
    read();
    editor.on('selectionUpdate', read);
    return () => {
      editor.off('selectionUpdate', read);
    };
  }, [editor]);
  return useDebouncedValue(letters, quietMs)[0];
}
