import { DatelineError, toDatelineError } from '../core/api/errors';
import { type Result, resultSchema } from '../core/api/result';
import { jsonOrNull } from '../core/json/jsonOrNull';
import { startHost } from '../host/host';
import { openReadOnly } from '../host/library/readOnlyLibrary';
import {
  type AdministerPorts,
  administer,
  type TeamAnswer,
  type TeamOrder,
  teamAnswers,
  teamOrderSchema,
} from '../host/team/administer';
import { callerName } from '../host/team/caller';
import { openTeam } from '../host/team/openTeam';
import type { CommandContext } from './commandContext';
import { readTeamEnvironment } from './teamEnvironment';
import { hostOptions, newId, workFolder } from './withHost';

/** Under which a command's order travels to the server that runs, and its answer back. */
const orderKey = 'team';

/**
 * Has an order done by the team's server that runs over the library, or here where none does. Throws
 * `library-missing`, `library-busy` where something else has the library, and what the order itself meets.
 */
export async function askTeam<K extends TeamOrder['do']>(
  context: CommandContext,
  order: Extract<TeamOrder, { do: K }>,
): Promise<TeamAnswer<K>> {
  const { database } = readTeamEnvironment(context.surroundings.environment);
  // Looking first: a mistyped folder must not become a library.
  if (database.databaseUrl === undefined) await openReadOnly(context.library);
  const given = { ...hostOptions(context), ...database, folder: await workFolder(context, database) };
  const start = await startHost({ ...given, author: callerName });
  const answered = start.owner ? await here(start.host) : await start.handOver(toMessage(order));
  return teamAnswers[order.do].parse(answerIn(answered)) as TeamAnswer<K>;

  async function here(host: AdministerPorts['host'] & { close(): Promise<void> }) {
    const { now } = given.ports;
    try {
      const team = await openTeam({ ...database, folder: given.folder, now, newId });
      return await answerOrder(toMessage(order).options, { team, host, now }).finally(() =>
        team.store.close(),
      );
    } finally {
      await host.close();
    }
  }
}

/** What a server answers to an order that another start of the command handed it; nothing to anything else. */
export async function answerOrder(
  options: Readonly<Record<string, string>>,
  ports: AdministerPorts,
): Promise<Record<string, string>> {
  const asked = options[orderKey];
  if (asked === undefined) return {};
  return { [orderKey]: JSON.stringify(await toResult(jsonOrNull(asked), ports)) };
}

async function toResult(asked: unknown, ports: AdministerPorts): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await administer(teamOrderSchema.parse(asked), ports) };
  } catch (thrown) {
    return { ok: false, error: toDatelineError(thrown).toData() };
  }
}

const toMessage = (order: TeamOrder) => ({ files: [], options: { [orderKey]: JSON.stringify(order) } });

function answerIn(answered: Readonly<Record<string, string>>): unknown {
  const result = resultSchema.safeParse(jsonOrNull(answered[orderKey] ?? null));
  if (!result.success)
    throw new DatelineError(
      'library-busy',
      'This library is open in a Dateline window, which does not know of a team.',
      'Close it first.',
    );
  if (result.data.ok) return result.data.value;
  const { code, message, next } = result.data.error;
  throw new DatelineError(code, message, next ?? undefined);
}
