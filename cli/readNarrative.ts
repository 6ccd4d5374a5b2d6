import { existsSync } from 'node:fs';
import { DatelineError } from '../core/api/errors';
import type { NarrativeFile } from '../core/format/narrativeFile';
import type { StoredFiles } from '../host/exports/exportDocument';
import { createImporter } from '../host/importers/importer';
import { readGivenNarrative } from '../host/imports/readGivenNarrative';
import { openReadOnly, type ReadOnlyLibrary } from '../host/library/readOnlyLibrary';
import type { CommandContext } from './commandContext';
import { newId } from './withHost';

/** A narrative to look at, wherever it came from. */
export interface ReadNarrative extends NarrativeFile {
  files: StoredFiles;
  /** Where its exported versions are kept; absent for a file that is in no library. */
  versions?: ReadOnlyLibrary['versions'];
}

/** Reads the file of this name, or else the narrative of this id. Throws `not-found` when there is neither. */
export async function readNarrative(
  { library, surroundings }: CommandContext,
  fileOrId: string,
): Promise<ReadNarrative> {
  if (existsSync(fileOrId)) {
    const importer = createImporter(surroundings.workers);
    return readGivenNarrative(fileOrId, { now: new Date(), newId, importer });
  }
  const stored = await openReadOnly(library).catch(missingAsNull);
  const id = await stored?.find(fileOrId);
  if (!stored || !id) {
    throw new DatelineError(
      'not-found',
      `There is no file and no narrative called "${fileOrId}".`,
      'See the narratives with "dateline list", or check the name of the file.',
    );
  }
  return { ...(await stored.read(id)), files: stored.files, versions: stored.versions };
}

/** Without a library a name can still be a file; what is missing is told by the caller. */
function missingAsNull(thrown: unknown): null {
  if (thrown instanceof DatelineError && thrown.code === 'library-missing') return null;
  throw thrown;
}
