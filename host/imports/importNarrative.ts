import type { Imported } from '../../core/api/shapes';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Importer } from '../importers/importer';
import type { JobControl } from '../jobs/jobs';
import type { AddNarrative } from '../narratives/addNarrative';
import type { GivenFile } from './readGivenFile';

export interface ImportTarget {
  store: LibraryStore;
  importer: Importer;
  addNarrative: AddNarrative;
}

/** Reads a file from outside into a new narrative. The file itself is never touched. */
export async function importNarrative(
  { store, importer, addNarrative }: ImportTarget,
  given: GivenFile,
  control?: JobControl,
): Promise<Imported> {
  control?.progress(0, 2, 'Reading the file');
  const read = await importer.read(given, control?.signal);
  control?.signal.throwIfAborted();
  control?.progress(1, 2, 'Placing what it says');
  for (const { bytes, extension } of read.pictures.values()) await store.addAsset(bytes, extension);
  control?.signal.throwIfAborted();
  const { content, meta, shared, originalId, title, parts, doubts, blocks, review = [] } = read;
  const id = await addNarrative(content, meta, { ...shared, originalId });
  const count = (kind: ReviewRecord['kind']) => review.filter((record) => record.kind === kind).length;
  return { id, title, parts, doubts, blocks, comments: count('comment'), suggestions: count('suggestion') };
}
