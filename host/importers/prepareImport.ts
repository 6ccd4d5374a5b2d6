import type { SharedState } from '../../core/format/narrativeFile';
import type { ImportedNarrative } from '../../core/import/importedNarrative';
import { withCharacterIds } from '../../core/import/remarks/withCharacterIds';
import type { NarrativeId } from '../../core/narrative/meta';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  encodeNarrativeDoc,
  readNarrativeDoc,
} from '../../core/narrative/narrativeDoc';
import { type ImportedFile, type ImportSource, importFile } from './importFile';
import { type NamedPicture, namePictures } from './namePictures';

/** A file from outside, ready to be written into a library. */
export interface PreparedImport extends ImportedNarrative {
  shared: SharedState;
  /** The narrative that the file is a copy of; null for a text that was never one. */
  originalId: NarrativeId | null;
  /** By the name that the text calls them now. */
  pictures: Map<string, NamedPicture>;
}

/** Reads a file and builds its shared document. Throws what `importFile` throws. */
export async function prepareImport(source: ImportSource): Promise<PreparedImport> {
  return prepareRead(await importFile(source));
}

/** Builds the shared document of what was read. */
export function prepareRead(read: ImportedFile): PreparedImport {
  const { content, meta, title, parts, doubts, blocks, pictures, original, mark, review = [] } = read;
  const doc = original
    ? decodeNarrativeDoc(Buffer.from(original.yjs, 'base64'))
    : createNarrativeDoc(content);
  const named = namePictures(doc, pictures);
  const yjs = Buffer.from(encodeNarrativeDoc(doc)).toString('base64');
  return {
    content: readNarrativeDoc(doc),
    meta,
    title,
    parts,
    doubts: [...doubts, ...named.doubts],
    blocks,
    review,
    shared: {
      yjs,
      review:
        original?.review ??
        Object.fromEntries(withCharacterIds(review, doc).map((record) => [record.id, record])),
    },
    originalId: original?.id ?? null,
    ...(mark ? { mark } : {}),
    ...(read.by === undefined ? {} : { by: read.by }),
    pictures: named.pictures,
  };
}
