import { defaultDeleteFilter, defaultProtectedNodes } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { partFragment } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { restoredMaps } from '../../../core/review/versions/restoreContent';

const histories = new WeakMap<Y.Doc, Y.UndoManager>();

/**
 * The history of restores; one for a document, until that is destroyed. A restore changes every part and what stands
 * beside them at once, which the history of no part could take back. What others wrote in restored blocks stays.
 */
export function versionHistory(doc: Y.Doc): Y.UndoManager {
  const known = histories.get(doc);
  if (known) return known;
  const everything = [...partKeys.map((part) => partFragment(doc, part)), ...restoredMaps(doc)];
  const history = new Y.UndoManager(everything, {
    captureTimeout: 0,
    trackedOrigins: new Set(),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
  });
  histories.set(doc, history);
  return history;
}
