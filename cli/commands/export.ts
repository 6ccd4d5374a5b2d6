import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../core/api/shapes';
import { localDay } from '../../host/clock/localDay';
import { createExporter, type Exporter } from '../../host/exporters/exportNarrative';
import { gatherExportDocument } from '../../host/exports/exportDocument';
import { keepExported } from '../../host/exports/keepExported';
import { writeExport } from '../../host/exports/writeExport';
import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { type ReadNarrative, readNarrative } from '../readNarrative';
import { UsageError } from '../usageError';

/** How the pages look, and what stands on them besides the text. */
export type PrintOptions = Pick<
  ExportOptions,
  'layout' | 'paper' | 'standard' | 'lineNumbers' | 'evidence' | 'thread' | 'drawer'
>;

export interface ExportCommandOptions {
  to: ExportFormat;
  /** File, or folder to put it in; for all narratives always a folder. */
  out: string;
  force: boolean;
  print: PrintOptions;
}

interface Written {
  path: string;
  warnings: string[];
}

/** Exports one narrative or file. Reads only, so the app may be open. */
export async function runExport(
  context: CommandContext,
  fileOrId: string,
  options: ExportCommandOptions,
): Promise<ExitCode> {
  const narrative = await readNarrative(context, fileOrId);
  const written = await withExporter(context, (exporter) => exportOne({ exporter, narrative, options }));
  context.output.result(written, [written.path]);
  if (!context.isJson) for (const warning of written.warnings) context.output.note(warning);
  return exitCodes.fine;
}

/** Exports every narrative of the library into a folder; one that fails is named and does not stop the others. */
export async function runExportAll(
  context: CommandContext,
  options: ExportCommandOptions,
): Promise<ExitCode> {
  if (!(await isFolder(options.out)))
    throw new UsageError(`--all needs --out to name a folder that is there.`);
  const library = await openReadOnly(context.library);
  const exported: (Written & { id: string })[] = [];
  const failed: { id: string; code: string; message: string }[] = [];
  const taken = new Set<string>();
  await withExporter(context, async (exporter) => {
    for (const id of await library.ids()) {
      try {
        const narrative = { ...(await library.read(id)), files: library.files, versions: library.versions };
        exported.push({ id, ...(await exportOne({ exporter, narrative, options, taken })) });
      } catch (thrown) {
        if (!(thrown instanceof DatelineError)) throw thrown;
        failed.push({ id, code: thrown.code, message: thrown.message });
      }
    }
  });
  context.output.result(
    { exported, failed },
    exported.map(({ path }) => path),
  );
  if (!context.isJson) for (const { id, message } of failed) context.output.note(`${id}: ${message}`);
  return failed.length === 0 ? exitCodes.fine : exitCodes.refused;
}

async function withExporter<T>({ surroundings }: CommandContext, work: (exporter: Exporter) => Promise<T>) {
  const exporter = createExporter({ templates: surroundings.templates, workers: surroundings.workers });
  try {
    return await work(exporter);
  } finally {
    await exporter.close();
  }
}

interface ExportJob {
  exporter: Exporter;
  narrative: ReadNarrative;
  options: ExportCommandOptions;
  /** Names already given in this run, so that two narratives of one heading do not meet in one file. */
  taken?: Set<string>;
}

async function exportOne({ exporter, narrative, options, taken }: ExportJob): Promise<Written> {
  const gathered = await gatherExportDocument({
    file: narrative,
    options: { ...defaultExportOptions, ...options.print },
    date: localDay(new Date()),
    files: narrative.files,
    carriesFiles: options.to === 'dateline',
  });
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const kept = narrative.versions
    ? await keepExported(narrative.versions, { document: gathered, file: narrative, format: options.to })
    : { document: gathered, warnings: [] };
  const { bytes, fileName, warnings } = await exporter.run(kept.document, options.to, control);
  const name = taken?.has(fileName) ? fileName.replace(/(\.[^.]+)$/u, `-${narrative.meta.id}$1`) : fileName;
  taken?.add(fileName);
  const path = (await isFolder(options.out)) ? join(options.out, name) : resolve(options.out);
  await writeExport(path, bytes, { replace: options.force });
  return { path, warnings: [...warnings, ...kept.warnings].map(({ message }) => message) };
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
