import type { IParagraphOptions } from 'docx';
import type { Revision } from '../../../core/export/reading/readingNode';
import { printable } from '../../../core/import/printable';

/** Counts tracked changes; word processors want each to have a number of its own. */
export interface ChangeCounter {
  /** How many there were. */
  changes: number;
}

/** Who changed something and when, as a tracked change says it. */
export interface TrackedBy {
  id: number;
  author: string;
  date: string;
}

/** Who suggested a change, under a number of its own. */
export function trackedBy({ by, at }: Revision, counter: ChangeCounter): TrackedBy {
  counter.changes += 1;
  return { id: counter.changes, author: personName(by), date: wholeSeconds(at) };
}

/** A picture, row or paragraph mark that is put in or taken out. */
export function trackedWhole(
  revision: Revision | null,
  counter: ChangeCounter,
): { insertion?: TrackedBy; deletion?: TrackedBy } {
  if (!revision) return {};
  const by = trackedBy(revision, counter);
  return revision.kind === 'inserted' ? { insertion: by } : { deletion: by };
}

/** The end of a paragraph that is put in or taken out whole; without it an empty line would stay behind. */
export function trackedEnd(revision: Revision | null, counter: ChangeCounter): IParagraphOptions {
  return revision ? { run: trackedWhole(revision, counter) } : {};
}

/** A name as files carry it. */
export const personName = (by: string): string => printable(by).trim() || 'Somebody';

/** A moment without fractions of seconds, which some word processors do not read. */
export function wholeSeconds(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? '1970-01-01T00:00:00Z' : `${moment.toISOString().slice(0, 19)}Z`;
}
