import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { backUpLibrary, type Copied, restoreLibrary } from '../../storage/backUpLibrary';
import { ownLibrary } from '../../storage/libraryLock';
import { copyDatabaseToFolder, copyFolderToDatabase } from '../../storage/postgres/databaseBackup';
import { libraryBusy } from './libraryBusy';
import { openReadOnly } from './readOnlyLibrary';

/** Where a library is: in its folder, or in a database. */
export interface LibraryPlace {
  folder: string;
  databaseUrl?: string;
  newId: () => string;
}

/** Copies a library with its team into an empty folder, while it is in use or not. Throws `library-missing` without one. */
export async function backUp(library: LibraryPlace, out: string): Promise<Copied> {
  if (library.databaseUrl === undefined) {
    const { folder } = await openReadOnly(library.folder);
    return backUpLibrary(folder, resolve(out), new Date());
  }
  return withWorkFolder(async (folder) => {
    await copyDatabaseToFolder({ ...copying(library), url: library.databaseUrl ?? '', folder });
    return backUpLibrary(folder, resolve(out), new Date());
  });
}

/** Brings a library with its team back into an empty folder or database. Throws `library-busy` while a folder is open. */
export async function restore(backup: string, library: LibraryPlace): Promise<Copied> {
  if (library.databaseUrl !== undefined) {
    const url = library.databaseUrl;
    return withWorkFolder(async (folder) => {
      const copied = await restoreLibrary(resolve(backup), folder);
      await copyFolderToDatabase({ ...copying(library), url, folder });
      return copied;
    });
  }
  const ownership = await ownLibrary(library.folder, async () => ({}));
  if (!ownership.owner) throw libraryBusy();
  try {
    return await restoreLibrary(resolve(backup), resolve(library.folder));
  } finally {
    await ownership.release();
  }
}

const copying = ({ newId }: LibraryPlace) => ({
  self: newId(),
  ports: { now: () => new Date(), newId: () => narrativeIdSchema.parse(newId()) },
});

async function withWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-work-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
