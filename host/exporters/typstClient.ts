import { DatelineError } from '../../core/api/errors';
import { startWorker } from '../workers/startWorker';
import { WorkerClient } from '../workers/workerClient';
import type { TypstAnswer, TypstTask, TypstWorkerData } from './typstProtocol';

/** The layout worker, started at its first task and again after it died. */
export class TypstClient {
  private readonly client: WorkerClient<TypstTask, TypstAnswer>;

  constructor(workers: URL | string, workerData: () => TypstWorkerData) {
    const start = () => startWorker(workers, 'typstWorker', { workerData: workerData() });
    this.client = new WorkerClient(start, layoutFailed);
  }

  run<T extends TypstTask>(task: T): Promise<TypstAnswer<T>> {
    return this.client.run(task) as Promise<TypstAnswer<T>>;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

function layoutFailed(): DatelineError {
  return new DatelineError(
    'export-failed',
    'The pages could not be laid out. Nothing was written.',
    'Your words are safe. Export as HTML or Markdown instead, and try the PDF again after the next edit.',
  );
}
