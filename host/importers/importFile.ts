import { DatelineError } from '../../core/api/errors';
import type { ImportedNarrative } from '../../core/import/importedNarrative';

export interface ImportedFile extends ImportedNarrative {
  assets: { name: string; bytes: Uint8Array; mime: string }[];
}

/** Stands in until the importers are here. */
export function importFile(_source: { fileName: string; bytes: Uint8Array }): ImportedFile {
  throw new DatelineError('file-wrong-type', 'Imports are not here yet.');
}
