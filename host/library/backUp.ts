import { resolve } from 'node:path';
import { backUpLibrary, type Copied, restoreLibrary } from '../../storage/backUpLibrary';
import { ownLibrary } from '../../storage/libraryLock';
import { libraryBusy } from './libraryBusy';
import { openReadOnly } from './readOnlyLibrary';

/** Copies a library into an empty folder, while it is in use or not. Throws `library-missing` without one. */
export async function backUp(library: string, out: string): Promise<Copied> {
  const { folder } = await openReadOnly(library);
  return backUpLibrary(folder, resolve(out), new Date());
}

/** Brings a library back into an empty folder. Throws `library-busy` while something has it open. */
export async function restore(backup: string, library: string): Promise<Copied> {
  const ownership = await ownLibrary(library, async () => ({}));
  if (!ownership.owner) throw libraryBusy();
  try {
    return await restoreLibrary(resolve(backup), resolve(library));
  } finally {
    await ownership.release();
  }
}
