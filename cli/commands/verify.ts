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
  context.output.result(report, [...lines, summary(report.checked, report.problems.length)]);
  return report.problems.every(({ repaired }) => repaired !== null) ? exitCodes.fine : exitCodes.refused;
}

function summary(checked: number, problems: number): string {
  const files = checked === 1 ? 'One file' : `${checked} files`;
  return problems === 0 ? `${files} read, all whole.` : `${files} read, ${problems} with something to say.`;
}
