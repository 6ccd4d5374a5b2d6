import { createClient } from '../../core/api/client';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { withHost } from '../withHost';

/** Begins a narrative, empty or as a copy of a sample. */
export async function runNew(
  context: CommandContext,
  options: { name?: string; sample?: string },
): Promise<ExitCode> {
  const { id } = await withHost(context, (host) => createClient(host.dispatch)('narratives.create', options));
  context.output.result({ id }, [id]);
  return exitCodes.fine;
}
