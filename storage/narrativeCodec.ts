import { decodeNarrativeFile, encodeNarrativeFile, type NarrativeFile } from '../core/format/narrativeFile';
import type { TextCodec } from './durableJsonAdapter';

/** A narrative with what its file says about the file itself. */
export interface StoredNarrative {
  file: NarrativeFile;
  savedAt: string;
  /** The format version it was read from, when that was an older one. */
  migratedFrom: number | null;
}

export const narrativeCodec: TextCodec<StoredNarrative> = {
  encode: ({ file, savedAt }) => encodeNarrativeFile(file, savedAt),
  decode: (text) => {
    const { savedAt, migratedFrom, ...file } = decodeNarrativeFile(text);
    return { file, savedAt, migratedFrom };
  },
};
