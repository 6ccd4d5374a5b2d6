import { DatelineError } from '../../core/api/errors';
import { startWorker } from '../workers/startWorker';
import { WorkerClient } from '../workers/workerClient';
import type { TypstOrder } from './typstOrder';
import type { TypstAnswer, TypstWorkerData } from './typstProtocol';

/** The layout worker, started at its first task and again after it died. */
export class TypstClient {
  private readonly client: WorkerClient<TypstOrder, TypstAnswer>;

  constructor(workers: URL | string, workerData: () => TypstWorkerData) {
    const start = () => startWorker(workers, 'typstWorker', { workerData: workerData() });
    this.client = new WorkerClient(start, layoutFailed);
  }

  run<K extends TypstOrder['kind']>(order: TypstOrder & { kind: K }): Promise<TypstAnswer<K>> {
    return this.client.run(order) as Promise<TypstAnswer<K>>;
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
