import type { Handlers } from '../../core/api/dispatch';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import { type ImportTarget, importNarrative } from './importNarrative';
import { moveImported } from './moveImported';
import { readGivenFile } from './readGivenFile';

interface ImportPorts {
  target: ImportTarget;
  jobs: Jobs;
  narratives: OpenNarratives;
  newId: () => string;
}

/** What comes into the library from files, and the way to stop long work. */
export function importHandlers({ target, jobs, narratives, newId }: ImportPorts) {
  return {
    'imports.run': ({ fileName, data, job, as }) =>
      jobs.run(job, (control) =>
        importNarrative(
          target,
          { fileName, bytes: Buffer.from(data, 'base64'), path: null },
          { control, ...(as ? { manner: { as } } : {}) },
        ),
      ),
    'imports.move': (input) => moveImported(narratives, input, newId),
    'imports.folder': ({ folder, job, as }) =>
      jobs.run(job, async (control) => {
        const given = await readGivenFile(folder);
        return importNarrative(target, given, { control, ...(as ? { manner: { as } } : {}) });
      }),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  } satisfies Partial<Handlers>;
}
