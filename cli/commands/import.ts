import { randomUUID } from 'node:crypto';
import { createClient } from '../../core/api/client';
import { partDefinitions, sectionTitle } from '../../core/narrative/parts';
import { readGivenFile } from '../../host/imports/readGivenFile';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withHost } from '../withHost';

/** Reads a file into a new narrative and says what landed where. */
export async function runImport(context: CommandContext, path: string): Promise<ExitCode> {
  const { fileName, bytes } = await readGivenFile(path);
  const data = Buffer.from(bytes).toString('base64');
  const imported = await withHost(context, (host) =>
    createClient(host.dispatch)('imports.run', { fileName, data, job: randomUUID() }),
  );
  const places = imported.parts.map(({ part, section, blocks }) => {
    const where = section === '' ? '' : `, ${sectionTitle(part, section)}`;
    return `  ${partDefinitions[part].title}${where}: ${blocks}`;
  });
  context.output.result(imported, [`${imported.id}  ${imported.title}`, ...places]);
  if (!context.isJson) for (const doubt of imported.doubts) context.output.note(doubt);
  return exitCodes.fine;
}
