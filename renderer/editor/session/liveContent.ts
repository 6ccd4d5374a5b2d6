import type * as Y from 'yjs';
import {
  type NarrativeContent,
  partFragment,
  readGate,
  readNarrativeDoc,
  readPart,
  readPartStates,
} from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { readRecords } from '../../../core/narrative/recordMaps';
import type { SessionClock } from './sessionClock';

/** Quiet time after the last change before the text is read again, in milliseconds. */
const quietMs = 200;

/** The open narrative as plain data for what stands around the text, a moment behind the typing. */
export interface LiveContent {
  current(): NarrativeContent;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** Follows a shared document. Only parts that changed are read again, and never while a key is being handled. */
export function followContent(doc: Y.Doc, clock: SessionClock): LiveContent {
  let content = readNarrativeDoc(doc);
  const partOfFragment = new Map<unknown, PartKey>(partKeys.map((part) => [partFragment(doc, part), part]));
  const changed = new Set<PartKey>();
  const listeners = new Set<() => void>();
  let stopTimer = () => {};

  function readAgain(): void {
    const parts = { ...content.parts };
    for (const part of changed) parts[part] = readPart(doc, part);
    changed.clear();
    content = { parts, states: readPartStates(doc), gate: readGate(doc), ...readRecords(doc) };
    for (const listener of listeners) listener();
  }

  function onTransaction({ changedParentTypes }: Y.Transaction): void {
    if (changedParentTypes.size === 0) return;
    for (const type of changedParentTypes.keys()) {
      const part = partOfFragment.get(type);
      if (part) changed.add(part);
    }
    stopTimer();
    stopTimer = clock.after(quietMs, readAgain);
  }
  doc.on('afterTransaction', onTransaction);

  return {
    current: () => content,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    stop() {
      stopTimer();
      doc.off('afterTransaction', onTransaction);
    },
  };
}
