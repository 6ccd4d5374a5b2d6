import { DatelineError } from '../../../core/api/errors';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';
import type { PartsChange } from '../../../core/review/suggestChanges';
import { startWorker } from '../../workers/startWorker';
import { WorkerClient } from '../../workers/workerClient';
import type { CompareAnswer, CompareOrder, CompareResult, CompareTask } from './compareProtocol';

/** Compares versions, and copies that came back, away from the thread that answers windows. */
export interface VersionComparer {
  compare(task: CompareTask): Promise<CompareAnswer>;
  /** What would have to change for one text to say what the other says. */
  suggest(change: PartsChange): Promise<ReviewRecordOf<'suggestion'>[]>;
  close(): Promise<void>;
}

export function createVersionComparer(workers: URL | string): VersionComparer {
  const client = new WorkerClient<CompareOrder, CompareResult>(
    () => startWorker(workers, 'compareWorker', {}),
    failed,
  );
  return {
    async compare(task) {
      const result = await client.run({ kind: 'versions', task });
      if (result.kind !== 'versions') throw failed();
      return result.answer;
    },
    async suggest(change) {
      const result = await client.run({ kind: 'copy', change });
      if (result.kind !== 'copy') throw failed();
      return result.suggestions;
    },
    close: () => client.close(),
  };
}

const failed = () => new DatelineError('internal', 'These two versions could not be compared.', 'Try again.');
