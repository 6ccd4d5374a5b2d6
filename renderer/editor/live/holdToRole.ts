import * as Y from 'yjs';
import { readNarrativeDoc } from '../../../core/narrative/narrativeDoc';

/**
 * Takes back at once whatever this window changes in a narrative that it may only read, so that it shows what the
 * others see. `onTakenBack` hears of each time. Returns what ends that.
 */
export function takeBackOwnChanges(doc: Y.Doc, onTakenBack: () => void): () => void {
  // Reading gives every list and map of the document its kind; before that they cannot be followed.
  readNarrativeDoc(doc);
  const manager = new Y.UndoManager([...doc.share.values()], { doc, captureTimeout: 0 });
  const follow = ({ local, origin }: Y.Transaction) => {
    if (local && origin !== manager) manager.trackedOrigins.add(origin);
  };
  const takeBack = ({ type }: { type: 'undo' | 'redo' }) => {
    if (type !== 'undo') return;
    queueMicrotask(() => {
      if (!manager.undo()) return;
      manager.clear();
      onTakenBack();
    });
  };
  doc.on('beforeTransaction', follow);
  manager.on('stack-item-added', takeBack);
  return () => {
    doc.off('beforeTransaction', follow);
    manager.destroy();
  };
}
