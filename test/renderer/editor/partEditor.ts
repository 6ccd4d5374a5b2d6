import type { Editor } from '@tiptap/core';
// These add their commands to the editor's type.
import type {} from '@tiptap/extension-bold';
import type {} from '@tiptap/extension-collaboration';
import type {} from '@tiptap/extension-heading';
import type {} from '@tiptap/extension-list';
import type * as Y from 'yjs';
import type { PartKey } from '../../../core/narrative/parts';
import { createPartEditor } from '../../../renderer/editor/createPartEditor';
import { memorySession } from './memorySession';

type EditorSession = Pick<ReturnType<typeof memorySession>, 'fragment' | 'undoManager'>;

/** An editor on a part, without a page around it. The caller destroys it. */
export function openPartEditor(session: EditorSession, part: PartKey): Editor {
  return createPartEditor({
    session,
    part,
    placeholders: {},
    readOnly: false,
    assetUrl: (asset) => asset,
    element: document.createElement('div'),
  });
}

/** An editor on a document that nobody else edits. */
export function openPartOf(doc: Y.Doc, part: PartKey): Editor {
  return openPartEditor(memorySession(doc), part);
}
