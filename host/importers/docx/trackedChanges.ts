import type { RichNode } from '../../../core/narrative/richText';

/** Who changed something, and when; '' for what the file does not say. */
export interface Author {
  by: string;
  at: string;
}

/** A tracked change between two places of the text as it was before all changes. */
export type TrackedChange = Author & {
  /** Names of the places. */
  from: string;
  to: string;
} & (
    | { kind: 'words' | 'replace'; was: RichNode[]; now: RichNode[] }
    | { kind: 'insert'; side: 'before' | 'after'; now: RichNode[] }
    | { kind: 'delete'; was: RichNode[] }
  );

/** What is gathered while a document is put back to how it was before its changes. */
export interface ChangeLog {
  changes: TrackedChange[];
  /** Changes that have no record of their own, to be told. */
  formats: number;
  rows: number;
  pictures: number;
  contents: number;
  notes: number;
}

export const newChangeLog = (): ChangeLog => ({
  changes: [],
  formats: 0,
  rows: 0,
  pictures: 0,
  contents: 0,
  notes: 0,
});
