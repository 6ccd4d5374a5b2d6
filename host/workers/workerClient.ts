import type { Worker } from 'node:worker_threads';
import type { DatelineError } from '../../core/api/errors';

/** A task on its way to a worker. */
export interface WorkerRequest<Task> {
  id: number;
  task: Task;
}

/** What a worker answers to a task. */
export type WorkerReply<Answer> = { id: number } & (
  | { ok: true; answer: Answer }
  | { ok: false /** For the log; not for people. */; reason: string }
);

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: DatelineError) => void;
}

/** A worker that is started at its first task, stays warm, and is started again after it died. */
export class WorkerClient<Task, Answer> {
  private worker: Worker | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting<Answer>>();

  constructor(
    private readonly start: () => Worker,
    /** What a task that the worker could not do is rejected with. */
    private readonly failed: () => DatelineError,
  ) {}

  run(task: Task): Promise<Answer> {
    this.worker ??= this.begin();
    const id = ++this.lastId;
    const request: WorkerRequest<Task> = { id, task };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
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

  private begin(): Worker {
    const worker = this.start();
    worker.on('message', (reply: WorkerReply<Answer>) => this.settle(reply));
    worker.on('error', () => this.lose(worker));
    worker.on('exit', () => this.lose(worker));
    return worker;
  }

  private settle(reply: WorkerReply<Answer>): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.answer);
    else waiting?.reject(this.failed());
    // A worker that only waits for work must not keep a finished command from ending.
    if (this.waiting.size === 0) this.worker?.unref();
  }

  private lose(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.failAll();
  }

  private failAll(): void {
    for (const { reject } of this.waiting.values()) reject(this.failed());
    this.waiting.clear();
  }
}
