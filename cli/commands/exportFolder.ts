import { basename, resolve } from 'node:path';
import { defaultExportOptions } from '../../core/api/shapes';
import { ExportWarnings } from '../../core/export/exportWarnings';
import { exportFolder, tellOfFolderLosses } from '../../core/export/folder/exportFolder';
import { localDay } from '../../host/clock/localDay';
import { gatherExportDocument } from '../../host/exports/exportDocument';
import { writeFolder } from '../../host/folders/writeFolder';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { readNarrative } from '../readNarrative';

/** Writes one narrative or file as a folder of Markdown files. Changes nothing in the library but a kept version. */
export async function runExportFolder(
  context: CommandContext,
  fileOrId: string,
  { out, force }: { out: string; force: boolean },
): Promise<ExitCode> {
  const narrative = await readNarrative(context, fileOrId);
  const { files } = narrative;
  const document = await gatherExportDocument({
    ...{ file: narrative, options: defaultExportOptions, date: localDay(new Date()), files },
    carriesFiles: false,
  });
  const warnings = new ExportWarnings();
  const exported = exportFolder(document, { warnings });
  tellOfFolderLosses(document, exported, warnings);
  const folder = resolve(out);
  await narrative.versions?.keep(narrative, {
    reason: 'export',
    name: basename(folder).slice(0, 200),
    by: '',
  });
  await writeFolder({ folder, id: narrative.meta.id, exported, files, replace: force });
  const told = warnings.list().map(({ message }) => message);
  context.output.result({ path: folder, warnings: told }, [folder]);
  if (!context.isJson) for (const warning of told) context.output.note(warning);
  return exitCodes.fine;
}
