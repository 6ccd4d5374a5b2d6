import { reviewLine } from '../../core/import/remarks/reviewLine';
import { partDefinitions, sectionTitle } from '../../core/narrative/parts';
import { readGivenFile } from '../../host/imports/readGivenFile';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withHost } from '../withHost';

/** Reads a file into a new narrative and says what landed where. */
export async function runImport(context: CommandContext, path: string): Promise<ExitCode> {
  // Read first: a mistyped name must not make a library.
  const given = await readGivenFile(path);
  const imported = await withHost(context, (host) => host.importFile(given));
  const places = imported.parts.map(({ part, section, blocks }) => {
    const where = section === '' ? '' : `, ${sectionTitle(part, section)}`;
    return `  ${partDefinitions[part].title}${where}: ${blocks}`;
  });
  const came = reviewLine(imported);
  const lines = [`${imported.id}  ${imported.title}`, ...places, ...(came === '' ? [] : [`  ${came}`])];
  context.output.result(imported, lines);
  if (!context.isJson) for (const doubt of imported.doubts) context.output.note(doubt);
  return exitCodes.fine;
}
