import type { Handlers } from '../../core/api/dispatch';
import type { Jobs } from '../jobs/jobs';
import { type ImportTarget, importNarrative } from './importNarrative';

/** What comes into the library from files, and the way to stop long work. */
export function importHandlers(target: ImportTarget, jobs: Jobs) {
  return {
    'imports.run': ({ fileName, data, job }) =>
      jobs.run(job, (control) =>
        importNarrative(target, { fileName, bytes: Buffer.from(data, 'base64'), path: null }, control),
      ),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  } satisfies Partial<Handlers>;
}
