import type { Worker } from 'node:worker_threads';
import { DatelineError } from '../../core/api/errors';
import { startWorker } from '../workers/startWorker';
import type { TypstAnswer, TypstReply, TypstRequest, TypstTask, TypstWorkerData } from './typstProtocol';

interface Waiting {
  resolve: (answer: TypstAnswer) => void;
  reject: (error: DatelineError) => void;
}

/** The layout worker, started at its first task and again after it died. */
export class TypstClient {
  private worker: Worker | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly workers: URL | string,
    private readonly workerData: () => TypstWorkerData,
  ) {}

  run<T extends TypstTask>(task: T): Promise<TypstAnswer<T>> {
    this.worker ??= this.start();
    const id = ++this.lastId;
    const request: TypstRequest = { id, task };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: (answer) => resolve(answer as TypstAnswer<T>), reject });
      this.worker?.ref();
      this.worker?.postMessage(request);
    });
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    this.failAll();
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = startWorker(this.workers, 'typstWorker', { workerData: this.workerData() });
    worker.on('message', (reply: TypstReply) => this.settle(reply));
    worker.on('error', () => this.lose(worker));
    worker.on('exit', () => this.lose(worker));
    return worker;
  }

  private settle(reply: TypstReply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.answer);
    else waiting?.reject(layoutFailed());
    // A worker that only waits for work must not keep a finished command from ending.
    if (this.waiting.size === 0) this.worker?.unref();
  }

  private lose(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.failAll();
  }

  private failAll(): void {
    for (const { reject } of this.waiting.values()) reject(layoutFailed());
    this.waiting.clear();
  }
}

function layoutFailed(): DatelineError {
  return new DatelineError(
    'export-failed',
    'The pages could not be laid out. Nothing was written.',
    'Your words are safe. Export as HTML or Markdown instead, and try the PDF again after the next edit.',
  );
}
