import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { type ScreenRecord, screenRecordSchema } from '../../../core/screens/screenRecord';

/** What the extension is called that draws screens. */
export const screensName = 'screens';

/** What happens with a screen outside of the text. */
export interface ScreenDesk {
  draw: (id: string) => void;
  /** Asks which screen is to stand at the caret. */
  choose: () => void;
  showVersions: (id: string) => void;
  showHotspots: (id: string) => void;
}

/** Where screens are kept, and who changes them. */
export interface ScreenOptions {
  records: Y.Map<unknown> | null;
  /** Takes back a screen together with its place in the text. */
  history: Y.UndoManager | null;
  assetUrl: (asset: string) => string;
  author: () => string;
  /** Without it, screens are only shown. */
  desk: ScreenDesk | null;
}

/** What an editor knows about screens. Throws for an editor without them, which no part has. */
export function screenOptions(editor: Editor): ScreenOptions {
  const extension = editor.extensionManager.extensions.find(({ name }) => name === screensName);
  if (!extension) throw new Error('This editor has no screens.');
  return extension.options as ScreenOptions;
}

/** The screen with this id; null when it is gone. */
export function screenOf(editor: Editor, id: string): ScreenRecord | null {
  return screenRecordSchema.safeParse(screenOptions(editor).records?.get(id)).data ?? null;
}
