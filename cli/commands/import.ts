import { returnedLine, reviewLine } from '../../core/import/remarks/reviewLine';
import { partDefinitions, sectionTitle } from '../../core/narrative/parts';
import { readGivenFile } from '../../host/imports/readGivenFile';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withHost } from '../withHost';

/** Reads a file or folder into a new narrative, or as changes to review of one that is here, and says what landed where. */
export async function runImport(
  context: CommandContext,
  { path, isNew }: { path: string; isNew: boolean },
): Promise<ExitCode> {
  // Read first: a mistyped name must not make a library.
  const given = await readGivenFile(path);
  const imported = await withHost(context, (host) =>
    host.importFile(given, isNew ? { as: 'new' } : undefined),
  );
  const places = imported.parts.map(({ part, section, blocks }) => {
    const where = section === '' ? '' : `, ${sectionTitle(part, section)}`;
    return `  ${partDefinitions[part].title}${where}: ${blocks}`;
  });
  const { review } = imported;
  const came = review ? returnedLine(review) : reviewLine(imported);
  const told = [...(review ? [] : places), ...(came === '' ? [] : [`  ${came}`])];
  const lines = [`${imported.id}  ${imported.title}`, ...told];
  context.output.result(imported, lines);
  if (!context.isJson) for (const doubt of imported.doubts) context.output.note(doubt);
  return exitCodes.fine;
}
