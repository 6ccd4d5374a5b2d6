import type { ExportFormat, ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import type { ExportFragment } from '../../core/export/html/exportFragment';

/** Formats that are written by ourselves, without a layout of pages. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf'>;

/** A file's bytes, and what its format could not carry. */
export interface WrittenFile {
  bytes: Uint8Array;
  warnings: ExportWarning[];
}

export type WriterTask =
  | { kind: 'file'; format: WrittenFormat; document: ExportDocument }
  | { kind: 'fragment'; document: ExportDocument };

export type WriterAnswer<T extends WriterTask = WriterTask> = {
  file: WrittenFile;
  fragment: ExportFragment;
}[T['kind']];
