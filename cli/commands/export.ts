import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../core/api/shapes';
import { localDay } from '../../host/clock/localDay';
import { createExporter, type Exporter } from '../../host/exporters/exportNarrative';
import { gatherExportDocument } from '../../host/exports/exportDocument';
import { keepExported } from '../../host/exports/keepExported';
import { writeExport } from '../../host/exports/writeExport';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { readLogoFile } from '../readLogoFile';
import { type ReadNarrative, readNarrative } from '../readNarrative';
import { withStopSignal } from '../stopSignal';

/** How the pages look, and what stands on them besides the text. */
export type PrintOptions = Pick<
  ExportOptions,
  'layout' | 'paper' | 'standard' | 'lineNumbers' | 'evidence' | 'thread' | 'drawer' | 'comments' | 'minutes'
> & {
  /** File of a picture to print at the top of the first page. */
  logo?: string;
  /** Printed in place of the draft's number. */
  label?: string;
};

export interface ExportCommandOptions {
  to: ExportFormat;
  /** File, or folder to put it in; for all narratives always a folder. */
  out: string;
  force: boolean;
  print: PrintOptions;
}

/** What was written, and what its format could not carry. */
export interface Written {
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
  const written = await withStopSignal((signal) =>
    withExporter(context, (exporter) => exportOne({ exporter, narrative, options, signal })),
  );
  context.output.result(written, [written.path]);
  if (!context.isJson) for (const warning of written.warnings) context.output.note(warning);
  return exitCodes.fine;
}

/** An exporter for as long as the work takes. */
export async function withExporter<T>(
  { surroundings }: CommandContext,
  work: (exporter: Exporter) => Promise<T>,
) {
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
  signal: AbortSignal;
  /** Names already given in this run, so that two narratives of one heading do not meet in one file. */
  taken?: Set<string>;
}

/** Writes one narrative, whole or not at all. */
export async function exportOne({
  exporter,
  narrative,
  options,
  signal,
  taken,
}: ExportJob): Promise<Written> {
  const { logo: logoFile, label: versionLabel = '', ...print } = options.print;
  const logo = logoFile === undefined ? null : await readLogoFile(logoFile);
  const gathered = await gatherExportDocument({
    file: narrative,
    options: { ...defaultExportOptions, ...print, versionLabel, logo: logo?.named ?? null },
    date: localDay(new Date()),
    files: logo ? logo.beside(narrative.files) : narrative.files,
    carriesFiles: options.to === 'dateline',
    showsSvg: options.to === 'docx',
  });
  const control = { signal, progress: () => undefined };
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

/** True for a folder that is there. */
export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
