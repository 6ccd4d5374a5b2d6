import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Names of the worker files that the bundle holds side by side. */
export type WorkerName =
  | 'compareWorker'
  | 'folderWorker'
  | 'grammarWorker'
  | 'importWorker'
  | 'searchWorker'
  | 'typstWorker'
  | 'writerWorker';

/** Starts a bundled worker out of the folder that the shell named; `workerData` must be cloneable. */
export function startWorker(
  folder: URL | string,
  name: WorkerName,
  options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>,
): Worker {
  const base = typeof folder === 'string' ? pathToFileURL(`${folder}/`) : folder;
  return new Worker(new URL(`${name}.js`, base), options);
}
