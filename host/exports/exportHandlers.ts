import type { Handlers } from '../../core/api/dispatch';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import { localDay } from '../clock/localDay';
import type { ExportedFile, Exporter } from '../exporters/exportNarrative';
import type { JobControl, Jobs } from '../jobs/jobs';
import { listLibrary } from '../library/listLibrary';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { gatherExportDocument } from './exportDocument';
import { exportAll } from './exportLibrary';
import { handOut } from './handOut';
import { keepExported } from './keepExported';

export interface ExportHandlersOptions {
  store: LibraryStore;
  /** Who works here. */
  author: () => string;
  narratives: OpenNarratives;
  jobs: Jobs;
  exporter: Exporter;
  ports: HostPorts;
}

/** What leaves the library as a file, and how it would look on paper. */
export function exportHandlers(options: ExportHandlersOptions) {
  const { store, author, narratives, jobs, exporter, ports } = options;
  const gather = (file: NarrativeFile, options: ExportOptions, format?: ExportFormat) =>
    gatherExportDocument({
      file,
      options,
      date: localDay(ports.now()),
      files: store,
      author: author(),
      carriesFiles: format === 'dateline',
      showsSvg: format === 'docx',
    });
  const gatherPages = async (id: NarrativeId, options: ExportOptions) =>
    gather(await narratives.peek(id), options);

  const write = async (
    id: NarrativeId,
    { format, options }: { format: ExportFormat; options: ExportOptions },
    control: JobControl,
  ): Promise<ExportedFile> => {
    const file = await narratives.peek(id);
    const gathered = await gather(file, options, format);
    const leaving = { document: gathered, file, format, by: author() };
    const { document, warnings } = await keepExported(store.versions, leaving);
    const exported = await exporter.run(document, format, control);
    control.signal.throwIfAborted();
    return { ...exported, warnings: [...exported.warnings, ...warnings] };
  };

  return {
    'narratives.gauge': async ({ id }) => exporter.gauge(await gatherPages(id, defaultExportOptions)),
    'exports.preview': async ({ id, options, page, at }) =>
      exporter.preview(await gatherPages(id, options), page, at),
    'exports.copy': async ({ id, options }) => exporter.copy(await gatherPages(id, options)),
    'exports.run': ({ id, format, options, job }) =>
      jobs.run(job, async (control) => {
        const exported = await write(id, { format, options }, control);
        return { ...(await handOut(ports, exported)), warnings: exported.warnings };
      }),
    'exports.runAll': ({ format, job }) =>
      jobs.run(job, async (control) => {
        const listed = listLibrary(store.summaries(), {
          stage: 'all',
          sort: 'edited',
          offset: 0,
          limit: 10_000,
        });
        return exportAll(ports, {
          narratives: listed.items.map(({ meta, heading }) => ({ id: meta.id, name: meta.name || heading })),
          control,
          exportOne: (id) =>
            write(id, { format, options: defaultExportOptions }, { ...control, progress: () => undefined }),
        });
      }),
  } satisfies Partial<Handlers>;
}
