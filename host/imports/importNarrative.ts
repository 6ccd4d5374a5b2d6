import type { Imported } from '../../core/api/shapes';
import type { LibraryStore } from '../../storage/libraryStore';
import { importFile } from '../importers/importFile';
import type { JobControl } from '../jobs/jobs';
import type { AddNarrative } from '../narratives/addNarrative';
import { placePictures } from './placePictures';

export interface ImportTarget {
  store: LibraryStore;
  addNarrative: AddNarrative;
}

/** Reads a file from outside into a new narrative. The file itself is never touched. */
export async function importNarrative(
  { store, addNarrative }: ImportTarget,
  source: { fileName: string; bytes: Uint8Array },
  control?: JobControl,
): Promise<Imported> {
  control?.progress(0, 2, 'Reading the file');
  const read = await importFile(source);
  control?.signal.throwIfAborted();
  control?.progress(1, 2, 'Placing what it says');
  const placed = await placePictures(store, read.content, read.assets);
  control?.signal.throwIfAborted();
  const id = await addNarrative(placed.content, read.meta);
  return { id, title: read.title, parts: read.parts, doubts: [...read.doubts, ...placed.doubts] };
}
