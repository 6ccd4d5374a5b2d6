import { parentPort, workerData } from 'node:worker_threads';
import { toDatelineError } from '../../core/api/errors';
import type { NeighbourNames } from './importFile';
import { importFolder } from './importFolder';
import type { ImportReply, ImportTask } from './importProtocol';
import { readNeighbourFiles } from './neighbourFiles';
import { prepareImport, prepareRead } from './prepareImport';

/* A file from outside can cost any time and memory, so each is read in a worker of its own that can be ended. */

async function answer({ path, isFolder, ...given }: ImportTask): Promise<ImportReply> {
  try {
    if (isFolder && path !== null) return { ok: true, read: prepareRead(await importFolder(path)) };
    const readPictures = (names: NeighbourNames) => readNeighbourFiles(path ?? '', names);
    const source = path === null ? given : { ...given, readPictures };
    return { ok: true, read: await prepareImport(source) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { ok: false, error: toDatelineError(thrown).toData(), reason };
  }
}

parentPort?.postMessage(await answer(workerData as ImportTask));
