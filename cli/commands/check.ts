import type { Finding } from '../../core/api/shapes';
import { checkStructure } from '../../core/check/structureChecks';
import { partDefinitions, sectionTitle } from '../../core/narrative/parts';
import { localDay } from '../../host/clock/localDay';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { readNarrative } from '../readNarrative';

/** From what blocks a review to what is only worth a look, with the words people see. */
export const levelNames = { stop: 'Before review', fix: 'Worth fixing', look: 'Have a look' } as const;
export type Level = keyof typeof levelNames;

/** Asks about the make-up of a narrative or a file; findings of the level and graver ones count. */
export async function runCheck(
  context: CommandContext,
  options: { fileOrId: string; level: Level },
): Promise<ExitCode> {
  const { content } = await readNarrative(context, options.fileOrId);
  const levels = Object.keys(levelNames) as Level[];
  const wanted = levels.slice(0, levels.indexOf(options.level) + 1);
  const findings = checkStructure(content, localDay(new Date())).filter(({ level }) =>
    wanted.includes(level),
  );
  context.output.result(
    { findings },
    findings.length === 0 ? ['No questions about the structure.'] : findings.flatMap(toLines),
  );
  return findings.length === 0 ? exitCodes.fine : exitCodes.refused;
}

function toLines({ level, part, section, quote, question, why }: Finding): string[] {
  const title =
    partDefinitions[part].kind === 'sections' && section !== '' ? sectionTitle(part, section) : '';
  const place = [partDefinitions[part].title, title].filter((name) => name !== '').join(', ');
  const words = quote === '' ? [] : [`  “${quote}”`];
  return [`${levelNames[level]} · ${place}`, ...words, `  ${question}`, `  ${why}`];
}
