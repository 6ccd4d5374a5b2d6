import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { type InternalQuestion, internalQuestions } from '../../../core/manuals/unwritten';
import { readPart } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';

/** What the extension is called that draws what could not be written yet. */
export const unwrittenName = 'unwrittenPlaces';

export interface UnwrittenOptions {
  /** The whole narrative: the questions stand in another part. */
  doc: Y.Doc | null;
  /** Goes to an item or a place of another part. */
  onGo: (part: PartKey, id: string) => void;
}

/** What an editor knows about other parts. Throws for an editor without it, which no part has. */
export function unwrittenOptions(editor: Editor): UnwrittenOptions {
  const extension = editor.extensionManager.extensions.find(({ name }) => name === unwrittenName);
  if (!extension) throw new Error('This editor knows no unwritten places.');
  return extension.options as UnwrittenOptions;
}

/** The questions of the internal FAQ as they are now. */
export function readQuestions({ doc }: UnwrittenOptions): InternalQuestion[] {
  return doc ? internalQuestions(readPart(doc, 'internalFaq')) : [];
}
