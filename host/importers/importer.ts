import { DatelineError } from '../../core/api/errors';
import { startWorker } from '../workers/startWorker';
import type { ImportReply, ImportTask } from './importProtocol';
import type { PreparedImport } from './prepareImport';

/** Most that reading one file may take; nothing that people wrote comes near. */
const usualLimits = { ms: 20_000, memoryMb: 512 };

/** Reads files from outside, each in a worker of its own, so that none can hold up or end the app. */
export interface Importer {
  /** Rejects with the errors of `importFile`, with `file-too-large` at a limit and `cancelled` by the signal. */
  read(task: ImportTask, signal?: AbortSignal): Promise<PreparedImport>;
}

export function createImporter(workers: URL | string, limits = usualLimits): Importer {
  return {
    read: (task, signal) => readInWorker({ workers, limits, task, signal }),
  };
}

interface Reading {
  workers: URL | string;
  limits: typeof usualLimits;
  task: ImportTask;
  signal: AbortSignal | undefined;
}

async function readInWorker({ workers, limits, task, signal }: Reading): Promise<PreparedImport> {
  if (signal?.aborted) throw cancelled();
  const worker = startWorker(workers, 'importWorker', {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  const ending = new AbortController();
  try {
    return await new Promise<PreparedImport>((resolve, reject) => {
      const timer = setTimeout(() => reject(tookTooLong(limits.ms)), limits.ms);
      ending.signal.addEventListener('abort', () => clearTimeout(timer));
      signal?.addEventListener('abort', () => reject(cancelled()), { signal: ending.signal });
      worker.once('message', (reply: ImportReply) => {
        if (reply.ok) resolve(reply.read);
        else reject(failure(reply));
      });
      worker.once('error', (thrown) => reject(isOutOfMemory(thrown) ? tookTooMuch(limits.memoryMb) : thrown));
      worker.once('exit', () => reject(new Error('The import worker ended without an answer.')));
    });
  } finally {
    ending.abort();
    await worker.terminate();
  }
}

function failure({ error, reason }: ImportReply & { ok: false }): Error {
  return error.code === 'internal' ? new Error(reason) : DatelineError.fromData(error);
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const cancelled = () => new DatelineError('cancelled', 'Stopped. Nothing was written.');

function tookTooLong(ms: number): DatelineError {
  return new DatelineError(
    'file-too-large',
    `Reading this file took longer than ${ms / 1000} seconds, so Dateline stopped. Nothing was changed.`,
    'Split it into smaller files and import them one by one.',
  );
}

function tookTooMuch(memoryMb: number): DatelineError {
  return new DatelineError(
    'file-too-large',
    `Reading this file took more than ${memoryMb} MB of memory, so Dateline stopped. Nothing was changed.`,
    'Split it into smaller files and import them one by one.',
  );
}
