import { DatelineError } from '../../core/api/errors';
import { startWorker } from '../workers/startWorker';
import { WorkerClient } from '../workers/workerClient';
import type { WriterAnswer, WriterTask } from './writerProtocol';

/** The worker that writes every format without a layout of pages. */
export class WriterClient {
  private readonly client: WorkerClient<WriterTask, WriterAnswer>;

  constructor(workers: URL | string) {
    this.client = new WorkerClient(() => startWorker(workers, 'writerWorker', {}), writingFailed);
  }

  run<T extends WriterTask>(task: T): Promise<WriterAnswer<T>> {
    return this.client.run(task) as Promise<WriterAnswer<T>>;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

function writingFailed(): DatelineError {
  return new DatelineError(
    'export-failed',
    'The file could not be written in this format. Nothing was written.',
    'Your words are safe. Try again; if it happens twice, choose another format.',
  );
}
