import { DatelineError } from '../../core/api/errors';
import type { Imported } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import { sectionText } from '../../core/narrative/plainText';
import type { ReviewOrigin } from '../../core/review/records/common';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Importer } from '../importers/importer';
import type { PreparedImport } from '../importers/prepareImport';
import type { JobControl } from '../jobs/jobs';
import type { AddNarrative } from '../narratives/addNarrative';
import { narrativeOf, type ReturnedFile } from '../returning/bringBack';
import type { GivenFile } from './readGivenFile';

export interface ImportTarget {
  store: LibraryStore;
  importer: Importer;
  addNarrative: AddNarrative;
  /** Takes a copy of a narrative that is here for what it is: changes to review. */
  bringBack: (file: ReturnedFile) => Promise<Imported>;
  /** Takes in what the reader of a packet gave back; null for any other file. */
  importAnswers: (
    given: GivenFile,
    wanted: { id: NarrativeId; takesChanged?: boolean } | null,
  ) => Promise<Imported | null>;
}

/** What to make of a file. Nothing said, a copy of a narrative that is here comes back to it. */
export type ImportManner =
  /** A narrative of its own, whatever it is a copy of. */
  | { as: 'new' }
  /** Changes to review of this narrative. */
  | {
      as: 'copyOf';
      id: NarrativeId;
      /** Takes an answer to a packet that was changed after it was sealed, as merely claimed. */
      takesChanged?: boolean;
    };

interface ImportOptions {
  control?: JobControl;
  manner?: ImportManner;
}

/**
 * Reads a file from outside into a new narrative, or into changes to review where it is a copy of one that is here. The
 * file itself is never touched.
 */
export async function importNarrative(
  target: ImportTarget,
  given: GivenFile,
  { control, manner }: ImportOptions = {},
): Promise<Imported> {
  control?.progress(0, 2, 'Reading the file');
  const answered = await target.importAnswers(given, manner?.as === 'copyOf' ? manner : null);
  if (answered) return answered;
  const read = await target.importer.read(given, control?.signal);
  control?.signal.throwIfAborted();
  control?.progress(1, 2, 'Placing what it says');
  const id = chooseNarrative(read, target.store, manner);
  if (id === null) return addAsNew(target, read, control);
  return target.bringBack({ id, fileName: given.fileName, kind: kindOf(given), read });
}

async function addAsNew(
  { store, addNarrative }: ImportTarget,
  read: PreparedImport,
  control: JobControl | undefined,
): Promise<Imported> {
  for (const { bytes, extension } of read.pictures.values()) await store.addAsset(bytes, extension);
  control?.signal.throwIfAborted();
  const { content, meta, shared, mark, title, parts, doubts, blocks, review = [] } = read;
  const originalId = read.originalId ?? mark?.id ?? null;
  // Without a heading the library would call every such file the same.
  const isNameless = !meta.name && sectionText(content.parts.release, 'heading') === '';
  const named = isNameless ? { ...meta, name: title.slice(0, 200) } : meta;
  const id = await addNarrative(content, named, { ...shared, originalId });
  const count = (kind: ReviewRecord['kind']) => review.filter((record) => record.kind === kind).length;
  return { id, title, parts, doubts, blocks, comments: count('comment'), suggestions: count('suggestion') };
}

/** Null for a narrative of its own. Throws `bad-request` where a file is a copy of another one than it was given for. */
function chooseNarrative(
  read: PreparedImport,
  store: LibraryStore,
  manner: ImportManner | undefined,
): NarrativeId | null {
  if (manner?.as === 'new') return null;
  if (manner === undefined) return narrativeOf(read, store);
  const own = read.originalId ?? read.mark?.id ?? manner.id;
  if (own === manner.id) return own;
  throw new DatelineError(
    'bad-request',
    'This file is a copy of another narrative. Nothing was changed.',
    'Name that narrative, or import the file by itself.',
  );
}

function kindOf({ fileName, isFolder }: GivenFile): ReviewOrigin['kind'] {
  if (isFolder) return 'folder';
  if (/\.docx$/iu.test(fileName)) return 'word';
  return /\.dateline$/iu.test(fileName) ? 'package' : 'markdown';
}
