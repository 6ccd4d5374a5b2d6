import { DatelineError } from '../../../core/api/errors';
import { startWorker } from '../../workers/startWorker';
import { WorkerClient } from '../../workers/workerClient';
import type { CompareAnswer, CompareTask } from './compareProtocol';

/** Compares versions away from the thread that answers windows. */
export interface VersionComparer {
  compare(task: CompareTask): Promise<CompareAnswer>;
  close(): Promise<void>;
}

export function createVersionComparer(workers: URL | string): VersionComparer {
  const client = new WorkerClient<CompareTask, CompareAnswer>(
    () => startWorker(workers, 'compareWorker', {}),
    () => new DatelineError('internal', 'These two versions could not be compared.', 'Try again.'),
  );
  return { compare: (task) => client.run(task), close: () => client.close() };
}
