import type { ApiErrorData } from '../../core/api/errors';
import type { Placing } from '../../core/import/importedNarrative';
import type { PreparedImport } from './prepareImport';

/** What an import worker is started with. */
export interface ImportTask {
  fileName: string;
  bytes: Uint8Array;
  /** Where the file lies, when it was read from disk and may have pictures beside it. */
  path: string | null;
  /** True where `path` is a folder of texts, which has no bytes of its own. */
  isFolder?: true;
  placing?: Placing;
}

export type ImportReply =
  | { ok: true; read: PreparedImport }
  | { ok: false; error: ApiErrorData /** For the log; not for people. */; reason: string };
