import type * as Y from 'yjs';
import {
  type NarrativeContent,
  partFragment,
  readGate,
  readPartStates,
} from '../../../core/narrative/narrativeDoc';
import { PartReader } from '../../../core/narrative/partReader';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { readDecisions, readRecords } from '../../../core/narrative/recordMaps';
import type { SessionClock } from './sessionClock';

/** Quiet time after the last key before the text is read again: long enough to fall into no burst of typing. */
const textQuietMs = 600;
/** The same for a change of anything but the text, in milliseconds. */
const quietMs = 200;

/** The open narrative as plain data for what stands around the text, a moment behind the typing. */
export interface LiveContent {
  current(): NarrativeContent;
  /** Reads at once what was written last, for what must not be behind. */
  catchUp(): void;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** Follows a shared document. Only nodes that changed are read again, and never while somebody types. */
export function followContent(doc: Y.Doc, clock: SessionClock): LiveContent {
  const reader = new PartReader(doc);
  const readParts = (keys: Iterable<PartKey>) =>
    Object.fromEntries(Array.from(keys, (part) => [part, reader.read(part)]));
  const readRest = () => ({
    states: readPartStates(doc),
    gate: readGate(doc),
    decisions: readDecisions(doc),
    ...readRecords(doc),
  });
  let content = { parts: readParts(partKeys) as NarrativeContent['parts'], ...readRest() };
  const partOfFragment = new Map<unknown, PartKey>(partKeys.map((part) => [partFragment(doc, part), part]));
  const changed = new Set<PartKey>();
  const listeners = new Set<() => void>();
  let isBehind = false;
  let stopTimer = () => {};

  function readAgain(): void {
    stopTimer();
    isBehind = false;
    content = { parts: { ...content.parts, ...readParts(changed) }, ...readRest() };
    changed.clear();
    for (const listener of listeners) listener();
  }

  function onTransaction({ changedParentTypes }: Y.Transaction): void {
    if (changedParentTypes.size === 0) return;
    for (const type of changedParentTypes.keys()) {
      const part = partOfFragment.get(type);
      if (part) changed.add(part);
    }
    reader.forget(changedParentTypes.keys());
    isBehind = true;
    stopTimer();
    stopTimer = clock.after(changed.size > 0 ? textQuietMs : quietMs, readAgain);
  }
  doc.on('afterTransaction', onTransaction);

  return {
    current: () => content,
    catchUp() {
      if (isBehind) readAgain();
    },
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
