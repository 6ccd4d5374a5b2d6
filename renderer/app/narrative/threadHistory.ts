import * as Y from 'yjs';
import { linksMap, promisesMap } from '../../../core/narrative/recordMaps';

const histories = new WeakMap<Y.Doc, Y.UndoManager>();

/**
 * The history of what is changed on the map of the thread; one for a document, until that is destroyed. The histories of
 * the parts cannot be used there: each listens only while its text is shown.
 */
export function threadHistory(doc: Y.Doc): Y.UndoManager {
  const known = histories.get(doc);
  if (known) return known;
  const history = new Y.UndoManager([linksMap(doc), promisesMap(doc)], { captureTimeout: 0 });
  histories.set(doc, history);
  return history;
}
