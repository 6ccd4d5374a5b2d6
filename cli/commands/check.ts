import type { Finding } from '../../core/api/shapes';
import { partDefinitions, sectionTitle } from '../../core/narrative/parts';
import { localDay } from '../../host/clock/localDay';
import { checkNarrative } from '../../host/coach/checkNarrative';
import { loadCoach } from '../../host/coach/loadCoach';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { readNarrative } from '../readNarrative';

/** From what blocks a review to what is only worth a look, with the words people see. */
export const levelNames = { stop: 'Before review', fix: 'Worth fixing', look: 'Have a look' } as const;
export type Level = keyof typeof levelNames;

/** Asks what the coach asks about a narrative or a file; findings of the level and graver ones count. */
export async function runCheck(
  context: CommandContext,
  options: { fileOrId: string; level: Level },
): Promise<ExitCode> {
  const narrative = await readNarrative(context, options.fileOrId);
  const setup = await loadCoach(context.surroundings.templates, context.library);
  const checked = checkNarrative(narrative, setup, localDay(new Date()));
  for (const problem of checked.problems) context.output.note(problem);
  const levels = Object.keys(levelNames) as Level[];
  const wanted = levels.slice(0, levels.indexOf(options.level) + 1);
  const findings = checked.findings.filter(({ level }) => wanted.includes(level));
  context.output.result(
    { findings },
    findings.length === 0 ? [noQuestions(checked.setAside)] : findings.flatMap(toLines),
  );
  return findings.length === 0 ? exitCodes.fine : exitCodes.refused;
}

function noQuestions(setAside: number): string {
  if (setAside === 0) return 'Nothing to ask.';
  return `Nothing more to ask; ${setAside} ${setAside === 1 ? 'question is' : 'questions are'} set aside.`;
}

function toLines({ level, part, section, quote, question, why }: Finding): string[] {
  const title =
    partDefinitions[part].kind === 'sections' && section !== '' ? sectionTitle(part, section) : '';
  const place = [partDefinitions[part].title, title].filter((name) => name !== '').join(', ');
  const words = quote === '' ? [] : [`  “${quote}”`];
  return [`${levelNames[level]} · ${place}`, ...words, `  ${question}`, `  ${why}`];
}
