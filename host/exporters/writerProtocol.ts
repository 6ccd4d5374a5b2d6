import type { ExportFormat, ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';

/** Formats that are written by ourselves, without a layout of pages. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf'>;

export interface WriterTask {
  format: WrittenFormat;
  document: ExportDocument;
}

/** A file's bytes, and what its format could not carry. */
export interface WrittenFile {
  bytes: Uint8Array;
  warnings: ExportWarning[];
}
