import { parentPort, workerData } from 'node:worker_threads';
import { toDatelineError } from '../../core/api/errors';
import type { NeighbourNames } from './importFile';
import type { ImportReply, ImportTask } from './importProtocol';
import { readNeighbourFiles } from './neighbourFiles';
import { prepareImport } from './prepareImport';

/* A file from outside can cost any time and memory, so each is read in a worker of its own that can be ended. */

async function answer({ fileName, bytes, path }: ImportTask): Promise<ImportReply> {
  try {
    const readPictures = (names: NeighbourNames) => readNeighbourFiles(path ?? '', names);
    const source = path === null ? { fileName, bytes } : { fileName, bytes, readPictures };
    return { ok: true, read: await prepareImport(source) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { ok: false, error: toDatelineError(thrown).toData(), reason };
  }
}

parentPort?.postMessage(await answer(workerData as ImportTask));
