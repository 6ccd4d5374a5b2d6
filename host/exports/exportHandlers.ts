import type { Handlers } from '../../core/api/dispatch';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import { localDay } from '../clock/localDay';
import type { Exporter } from '../exporters/exportNarrative';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { gatherExportDocument } from './exportDocument';
import { handOut } from './handOut';
import { keepExported } from './keepExported';

export interface ExportHandlersOptions {
  store: LibraryStore;
  narratives: OpenNarratives;
  jobs: Jobs;
  exporter: Exporter;
  ports: HostPorts;
}

/** What leaves the library as a file, and how it would look on paper. */
export function exportHandlers({ store, narratives, jobs, exporter, ports }: ExportHandlersOptions) {
  const gather = (file: NarrativeFile, options: ExportOptions, format?: ExportFormat) =>
    gatherExportDocument({
      file,
      options,
      date: localDay(ports.now()),
      files: store,
      carriesFiles: format === 'dateline',
      showsSvg: format === 'docx',
    });
  const gatherPages = async (id: NarrativeId, options: ExportOptions) =>
    gather(await narratives.peek(id), options);

  return {
    'narratives.gauge': async ({ id }) => exporter.gauge(await gatherPages(id, defaultExportOptions)),
    'exports.preview': async ({ id, options, page, at }) =>
      exporter.preview(await gatherPages(id, options), page, at),
    'exports.copy': async ({ id, options }) => exporter.copy(await gatherPages(id, options)),
    'exports.run': ({ id, format, options, job }) =>
      jobs.run(job, async (control) => {
        const file = await narratives.peek(id);
        const gathered = await gather(file, options, format);
        const { document, warnings } = await keepExported(store.versions, {
          document: gathered,
          file,
          format,
        });
        const exported = await exporter.run(document, format, control);
        control.signal.throwIfAborted();
        return { ...(await handOut(ports, exported)), warnings: [...exported.warnings, ...warnings] };
      }),
  } satisfies Partial<Handlers>;
}
