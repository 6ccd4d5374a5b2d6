import type * as Y from 'yjs';
import {
  gateMap,
  type NarrativeContent,
  partStatesMap,
  readGate,
  readPartStates,
} from '../../narrative/narrativeDoc';
import { partKeys } from '../../narrative/parts';
import {
  drawerMap,
  evidenceMap,
  factsMap,
  linksMap,
  type NarrativeRecords,
  promisesMap,
  readRecords,
  screensMap,
  storyboardsMap,
} from '../../narrative/recordMaps';
import { restorePart } from './restorePart';

const recordMaps: Readonly<Record<keyof NarrativeRecords, (doc: Y.Doc) => Y.Map<unknown>>> = {
  evidence: evidenceMap,
  facts: factsMap,
  drawer: drawerMap,
  screens: screensMap,
  storyboards: storyboardsMap,
  promises: promisesMap,
  links: linksMap,
};

/** Everything that a restore may change, for the history that takes it back. */
export const restoredMaps = (doc: Y.Doc): Y.Map<unknown>[] => [
  ...Object.values(recordMaps).map((mapOf) => mapOf(doc)),
  partStatesMap(doc),
  gateMap(doc),
];

/**
 * Has the shared document say exactly what a version said, in one transaction that `history` takes back at once. What
 * was decided about suggestions stays decided, since that is no part of a version.
 */
export function restoreContent(doc: Y.Doc, version: NarrativeContent, history: Y.UndoManager): void {
  history.stopCapturing();
  doc.transact(() => {
    for (const part of partKeys) restorePart(doc, part, version.parts[part]);
    const present = readRecords(doc);
    for (const [name, mapOf] of Object.entries(recordMaps)) {
      const key = name as keyof NarrativeRecords;
      restoreMap(mapOf(doc), present[key], version[key]);
    }
    restoreMap(partStatesMap(doc), readPartStates(doc), version.states);
    restoreMap(gateMap(doc), gateEntry(readGate(doc)), gateEntry(version.gate));
  }, history);
  history.stopCapturing();
}

/** What this build cannot read is not among the present records, and stays. */
function restoreMap(
  map: Y.Map<unknown>,
  present: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): void {
  for (const key of Object.keys(present)) if (!Object.hasOwn(wanted, key)) map.delete(key);
  for (const [key, record] of Object.entries(wanted)) {
    const isThere = Object.hasOwn(present, key) && JSON.stringify(present[key]) === JSON.stringify(record);
    if (!isThere) map.set(key, record);
  }
}

const gateEntry = (gate: NarrativeContent['gate']): Record<string, unknown> => (gate ? { opened: gate } : {});
