import { exportEach } from '../../host/exports/exportEach';
import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withStopSignal } from '../stopSignal';
import { UsageError } from '../usageError';
import { type ExportCommandOptions, exportOne, isFolder, type Written, withExporter } from './export';
import { type ProgressForm, tellProgress } from './exportProgress';

/**
 * Exports every narrative of the library into a folder. One that fails is named and does not stop the others; Ctrl C
 * keeps what is done.
 */
export async function runExportAll(
  context: CommandContext,
  options: ExportCommandOptions & { progress: ProgressForm },
): Promise<ExitCode> {
  if (!(await isFolder(options.out)))
    throw new UsageError(`--all needs --out to name a folder that is there.`);
  const { output, isJson } = context;
  const library = await openReadOnly(context.library);
  const ids = await library.ids();
  const taken = new Set<string>();
  const { exported, failed, total, isStopped } = await withStopSignal((signal) =>
    withExporter(context, (exporter) =>
      exportEach<Written & { id: string }>({
        ids,
        signal,
        exportOne: async (id) => {
          const narrative = { ...(await library.read(id)), files: library.files, versions: library.versions };
          return { id, ...(await exportOne({ exporter, narrative, options, signal, taken })) };
        },
        onDone: tellProgress(options.progress, output, ids.length),
      }),
    ),
  );
  output.result(
    { exported, failed, total, stopped: isStopped },
    exported.map(({ path }) => path),
  );
  if (!isJson && options.progress !== 'lines')
    for (const { id, message } of failed) output.note(`${id}: ${message}`);
  if (isStopped) output.note(`Stopped. ${exported.length} of ${total} are exported; no half file is left.`);
  return isStopped || failed.length > 0 ? exitCodes.refused : exitCodes.fine;
}
