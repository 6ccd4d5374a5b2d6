import type { EvidenceRecord } from '../../../core/evidence/evidenceRecord';

/** The file on a source card; without one, `asset` is ''. */
export type Attachment = Pick<EvidenceRecord, 'asset' | 'file'>;

/** Keeps and hands out the files of source cards. Both reject with a `DatelineError`. */
export interface SourceFiles {
  attach(file: File): Promise<Attachment>;
  /** Gives the person a copy under this name. */
  save(asset: string, fileName: string): Promise<void>;
}
