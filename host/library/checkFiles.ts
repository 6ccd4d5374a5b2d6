import { narrativeIdSchema } from '../../core/narrative/meta';
import { openLibrary } from '../../storage/library';
import { ownLibrary } from '../../storage/libraryLock';
import type { VerifyReport } from '../../storage/libraryStore';
import type { HostPorts } from '../ports';
import { libraryBusy } from './libraryBusy';

export interface CheckFilesOptions {
  folder: string;
  ports: Pick<HostPorts, 'now' | 'newId'>;
  /** Puts right what can be; without it nothing is changed. */
  repair: boolean;
}

/** Reads every file of a library. Throws `library-busy` when another process has it open. */
export async function checkFiles({ folder, ports, repair }: CheckFilesOptions): Promise<VerifyReport> {
  const ownership = await ownLibrary(folder, async () => ({}));
  if (!ownership.owner) throw libraryBusy();
  try {
    const newId = () => narrativeIdSchema.parse(ports.newId());
    const store = await openLibrary(folder, { now: ports.now, newId });
    try {
      return await store.verify({ repair });
    } finally {
      await store.close();
    }
  } finally {
    await ownership.release();
  }
}
