import type { Handlers } from '../../core/api/dispatch';
import { defaultExportOptions, type ExportOptions } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import { readAsset } from '../assets/assets';
import { localDay } from '../clock/localDay';
import type { Exporter } from '../exporters/exportNarrative';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { gatherExportDocument } from './exportDocument';
import { writeExport } from './writeExport';

export interface ExportHandlersOptions {
  store: LibraryStore;
  narratives: OpenNarratives;
  jobs: Jobs;
  exporter: Exporter;
  ports: HostPorts;
}

/** What leaves the library as a file, and how it would look on paper. */
export function exportHandlers({ store, narratives, jobs, exporter, ports }: ExportHandlersOptions) {
  const gather = async (id: NarrativeId, options: ExportOptions) =>
    gatherExportDocument({
      file: await narratives.peek(id),
      options,
      date: localDay(ports.now()),
      readAsset: (name) => readAsset(store, name),
    });

  return {
    'narratives.gauge': async ({ id }) => exporter.gauge(await gather(id, defaultExportOptions)),
    'exports.preview': async ({ id, options, page }) => exporter.preview(await gather(id, options), page),
    'exports.run': ({ id, format, options, job }) =>
      jobs.run(job, async (control) => {
        const exported = await exporter.run(await gather(id, options), format, control);
        const { bytes, fileName, mime, warnings } = exported;
        control.signal.throwIfAborted();
        if (!ports.saveDialog) {
          return { fileName, mime, data: Buffer.from(bytes).toString('base64'), savedTo: null, warnings };
        }
        const savedTo = await ports.saveDialog({ fileName, mime });
        // The dialog has asked whether an existing file may be replaced.
        if (savedTo !== null) await writeExport(savedTo, bytes, { replace: true });
        return { fileName, mime, data: null, savedTo, warnings };
      }),
  } satisfies Partial<Handlers>;
}
