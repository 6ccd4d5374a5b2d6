import { DatelineError } from '../../core/api/errors';
import type { Emit } from '../events/eventHub';

export interface JobControl {
  signal: AbortSignal;
  progress: (done: number, total: number, label: string) => void;
}

export interface Jobs {
  /** Runs long work under a name that `cancel` knows; rejects with `cancelled` when it was stopped. */
  run<T>(job: string, work: (control: JobControl) => Promise<T>): Promise<T>;
  /** Stops a job; one that is over or was never begun is no fault. */
  cancel(job: string): void;
  cancelAll(): void;
}

/** Long work that shows progress and can be stopped. */
export function createJobs(emit: Emit): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(job, work) {
      if (running.has(job)) throw new DatelineError('bad-request', 'A job of this name is already running.');
      const controller = new AbortController();
      const { signal } = controller;
      running.set(job, controller);
      try {
        const result = await work({
          signal,
          progress: (done, total, label) =>
            emit({ event: 'job.progress', data: { job, done, total, label } }),
        });
        if (signal.aborted) throw cancelled();
        return result;
      } catch (thrown) {
        throw signal.aborted ? cancelled() : thrown;
      } finally {
        running.delete(job);
      }
    },
    cancel: (job) => running.get(job)?.abort(),
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}

function cancelled(): DatelineError {
  return new DatelineError('cancelled', 'Stopped. Nothing was written.');
}
