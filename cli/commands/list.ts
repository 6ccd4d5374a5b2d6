import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';

/** Lists the narratives of a library, last edited first. Reads only, so the app may be open. */
export async function runList({ library, output }: CommandContext): Promise<ExitCode> {
  const { summaries, unreadable } = await (await openReadOnly(library)).summaries();
  const items = summaries
    .sort((a, b) => (a.meta.updatedAt < b.meta.updatedAt ? 1 : -1))
    .map(({ meta, heading, words, openQuestions }) => ({
      id: meta.id,
      heading,
      name: meta.name,
      stage: meta.stage,
      updatedAt: meta.updatedAt,
      words,
      openQuestions,
    }));
  output.result(
    { folder: library, items },
    items.map(
      ({ id, updatedAt, words, heading }) => `${id}  ${updatedAt.slice(0, 10)}  ${words} words  ${heading}`,
    ),
  );
  for (const line of unreadable) output.note(`Left out: ${line}`);
  return unreadable.length === 0 ? exitCodes.fine : exitCodes.refused;
}
