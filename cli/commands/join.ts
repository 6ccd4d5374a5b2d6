import { createClient } from '../../core/api/client';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withHost } from '../withHost';

/** Joins a team by an invitation; what it shares is kept in this library from the next start of the app on. */
export async function runJoin(
  context: CommandContext,
  { link, name }: { link: string; name: string },
): Promise<ExitCode> {
  const team = await withHost(context, (host) => createClient(host.dispatch)('teams.join', { link, name }));
  context.output.result(team, [
    `Joined ${team.name} as ${team.member}. What the team shares appears in this library while Dateline runs.`,
  ]);
  return exitCodes.fine;
}
