import type { Editor } from '@tiptap/core';
import { startTransition, useEffect, useState } from 'react';
import { type ThreadPlace, threadPlaceAt } from '../../editor/promise/threadPlace';

const nowhere: ThreadPlace = { promise: '', end: '' };

/** Follows where the caret stands on the thread; the value changes only when the caret reaches another place. */
export function useThreadPlace(editor: Editor | null): ThreadPlace {
  const [place, setPlace] = useState(nowhere);
  useEffect(() => {
    let known = nowhere;
    const follow = () => {
      const found = editor ? threadPlaceAt(editor.state) : nowhere;
      if (known.promise === found.promise && known.end === found.end) return;
      known = found;
      startTransition(() => setPlace(found));
    };
    setPlace(nowhere);
    follow();
    editor?.on('transaction', follow);
    return () => {
      editor?.off('transaction', follow);
    };
  }, [editor]);
  return place;
}
