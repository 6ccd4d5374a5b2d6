import { addEvidenceFactsDrawer } from './0002-add-evidence-facts-drawer';
import { addScreensThread } from './0003-add-screens-and-thread';
import { addDecisions } from './0004-add-decisions';

/**
 * One entry for each format version that is no longer written: takes a body of that version, returns the next.
 * Each lives in a file of its own named after what it does and the version it leads to, with its test.
 */
type Migration = (body: unknown) => unknown;

export const migrations: Readonly<Record<number, Migration>> = {
  1: addEvidenceFactsDrawer,
  2: addScreensThread,
  3: addDecisions,
};

/** Brings a body of any older version up to date. A version without a migration is returned as it is. */
export function migrateNarrativeFile(body: unknown, from: number): unknown {
  let current = body;
  for (let version = from; migrations[version] !== undefined; version += 1) {
    current = migrations[version]?.(current);
  }
  return current;
}
