import { checkFiles } from '../../host/library/checkFiles';
import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { newId } from '../withHost';

/** Reads every file of a library and says which are damaged; puts them right only when asked to. */
export async function runVerify(context: CommandContext, options: { repair: boolean }): Promise<ExitCode> {
  // Looking first: a mistyped folder must not become a library.
  await openReadOnly(context.library);
  const report = await checkFiles({
    folder: context.library,
    ports: { now: () => new Date(), newId },
    repair: options.repair,
  });
  const lines = report.problems.map(({ file, message, repaired }) =>
    `${file}: ${message} ${repaired ?? ''}`.trim(),
  );
  const closing = [summary(report.checked, report.problems.length), ...unusedLine(report.unused)];
  context.output.result(report, [...lines, ...closing]);
  return report.problems.every(({ repaired }) => repaired !== null) ? exitCodes.fine : exitCodes.refused;
}

function summary(checked: number, problems: number): string {
  const files = checked === 1 ? 'One file' : `${checked} files`;
  return problems === 0 ? `${files} read, all whole.` : `${files} read, ${problems} with something to say.`;
}

type Unused = Awaited<ReturnType<typeof checkFiles>>['unused'];

function unusedLine(unused: Unused): string[] {
  if (unused === null) return ['Unused pictures were not looked for, as not every file can be read.'];
  if (unused.length === 0) return [];
  const megabytes = (unused.reduce((sum, { size }) => sum + size, 0) / 1_000_000).toFixed(1);
  const isOne = unused.length === 1;
  const files = isOne ? 'One picture or attached file' : `${unused.length} pictures and attached files`;
  const isMoved = unused.every(({ movedTo }) => movedTo !== null);
  const done = isMoved
    ? `${isOne ? 'It was' : 'They were'} moved to kept/.`
    : `"dateline verify --repair" moves ${isOne ? 'it' : 'them'} to kept/.`;
  return [`${files} (${megabytes} MB): no narrative, backup or copy names ${isOne ? 'it' : 'them'}. ${done}`];
}
