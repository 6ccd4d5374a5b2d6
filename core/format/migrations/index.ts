/**
 * One entry for each format version that is no longer written: takes a body of that version, returns the next.
 * Each lives in a file of its own named after what it does, such as `0002-split-faq-answers.ts`, with its test.
 * Version 1 is the first, so the table is empty.
 */
type Migration = (body: unknown) => unknown;

export const migrations: Readonly<Record<number, Migration>> = {};

/** Brings a body of any older version up to date. A version without a migration is returned as it is. */
export function migrateNarrativeFile(body: unknown, from: number): unknown {
  let current = body;
  for (let version = from; migrations[version] !== undefined; version += 1) {
    current = migrations[version]?.(current);
  }
  return current;
}
