import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';

/** The part of a session that an editor needs, over a document that is nowhere saved. */
export function memorySession(doc: Y.Doc) {
  const managers = new Map<PartKey, Y.UndoManager>();
  const fragment = (part: PartKey) => partFragment(doc, part);
  return {
    doc,
    fragment,
    undoManager(part: PartKey): Y.UndoManager {
      const known = managers.get(part);
      if (known) return known;
      const created = new Y.UndoManager(fragment(part), {
        trackedOrigins: new Set([ySyncPluginKey]),
        captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
      });
      managers.set(part, created);
      return created;
    },
  };
}
