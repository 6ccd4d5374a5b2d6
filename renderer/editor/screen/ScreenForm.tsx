import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { ScreenWords } from './ScreenWords';
import { setScreenWords } from './screenCommands';
import { screenOf } from './screenOptions';

/** Name and description of a screen, beside its place in the text. */
export function ScreenForm({ editor, id, onDone }: { editor: Editor; id: string; onDone: () => void }) {
  const [screen] = useState(() => screenOf(editor, id));
  useEffect(() => {
    if (!screen) onDone();
  });
  if (!screen) return null;
  return (
    <ScreenWords
      screen={screen}
      onKeep={(words) => {
        setScreenWords(editor, id, words);
        onDone();
      }}
    />
  );
}
