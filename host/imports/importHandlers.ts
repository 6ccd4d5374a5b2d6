import type { Handlers } from '../../core/api/dispatch';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import { type ImportTarget, importNarrative } from './importNarrative';
import { moveImported } from './moveImported';

interface ImportPorts {
  target: ImportTarget;
  jobs: Jobs;
  narratives: OpenNarratives;
  newId: () => string;
}

/** What comes into the library from files, and the way to stop long work. */
export function importHandlers({ target, jobs, narratives, newId }: ImportPorts) {
  return {
    'imports.run': ({ fileName, data, job }) =>
      jobs.run(job, (control) =>
        importNarrative(target, { fileName, bytes: Buffer.from(data, 'base64'), path: null }, control),
      ),
    'imports.move': (input) => moveImported(narratives, input, newId),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  } satisfies Partial<Handlers>;
}
