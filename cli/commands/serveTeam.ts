import { isIP } from 'node:net';
import { z } from 'zod';
import { startHost } from '../../host/host';
import { libraryBusy } from '../../host/library/libraryBusy';
import type { Host, HostPorts } from '../../host/ports';
import { callerName } from '../../host/team/caller';
import { createGate } from '../../host/team/gate';
import { checkTeamDatabase, checkTeamFolder, openTeam } from '../../host/team/openTeam';
import type { Team } from '../../host/team/team';
import { createLiveLine } from '../../server/team/live/liveLine';
import { liveRoles } from '../../server/team/live/liveRoles';
import { createServerLog, type ServerLog } from '../../server/team/serverLog';
import { startTeamServer, type TeamServer } from '../../server/team/teamServer';
import { answerOrder } from '../askTeam';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { listening } from '../listening';
import { stopAsked } from '../stopSignal';
import { readTeamEnvironment } from '../teamEnvironment';
import { UsageError } from '../usageError';
import { hostOptions, newId, workFolder } from '../withHost';

export interface ServeTeamOptions {
  port: number;
  /** Where to listen; 127.0.0.1 lets this machine in alone. */
  address: string;
  publicUrl: string | undefined;
  /** What the team calls itself. */
  name: string;
}

/** Narratives that stay in memory, so that those which are written in need not be read again. */
const narrativesInMemory = 200;
const publicUrlSchema = z.url({ protocol: /^https?$/ });

/** Serves a library to a team until it is stopped; prints the first owner's link while nobody owns it. */
export async function runServeTeam(context: CommandContext, options: ServeTeamOptions): Promise<ExitCode> {
  const publicUrl = checkedPublicUrl(options);
  const environment = readTeamEnvironment(context.surroundings.environment);
  const stopping = stopAsked();
  const opened = await openTeamHost(context, environment.database);
  const { host, team, log, now } = opened;
  const { redisUrl, database, ...asked } = environment;
  let server: TeamServer | null = null;
  try {
    const gate = createGate({ host, team, name: options.name, now });
    const live = createLiveLine({
      host,
      team: liveRoles(team),
      now,
      newId,
      log: toMessages(log),
      ...redisUrl,
    });
    const { renderer: staticFolder } = context.surroundings;
    const checkStore = () =>
      database.databaseUrl ? checkTeamDatabase(team) : checkTeamFolder(context.library);
    const serving = { ...options, ...asked, host, gate, live, staticFolder, publicUrl, checkStore, log };
    server = await listening(options.port, startTeamServer(serving));
    const first = await team.begin();
    tell(context, { url: server.url, ownerLink: first && `${server.url}/join/${first}` }, options.address);
    await stopping;
    gate.close();
  } finally {
    await server?.close();
    await host.close();
    await team.store.close();
  }
  return exitCodes.fine;
}

interface OpenTeam {
  host: Host;
  team: Team;
  log: ServerLog;
  now: () => Date;
}

/** Takes the library; orders of "dateline team" are done by this process from then on. Throws `library-busy`. */
async function openTeamHost(context: CommandContext, database: { databaseUrl?: string }): Promise<OpenTeam> {
  const given = { ...hostOptions(context), ...database, folder: await workFolder(context, database) };
  const { now } = given.ports;
  const log = createServerLog((line) => void process.stderr.write(line), now);
  let team: Team | null = null;
  const start = await startHost({
    ...{ ...given, author: callerName, narrativesInMemory },
    ports: { ...given.ports, log: toMessages(log) },
    onHandOver: async ({ options }, host) => (team ? answerOrder(options, { team, host, now }) : {}),
  });
  if (!start.owner) throw libraryBusy();
  try {
    team = await openTeam({ ...database, folder: given.folder, now, newId });
    return { host: start.host, team, log, now };
  } catch (thrown) {
    await start.host.close();
    throw thrown;
  }
}

/** What the host and the live line tell, as lines of the log. */
const toMessages =
  (log: ServerLog): HostPorts['log'] =>
  (level, message) =>
    log(level, 'message', { message });

function checkedPublicUrl({ publicUrl, address }: ServeTeamOptions): string | null {
  if (publicUrl !== undefined && !publicUrlSchema.safeParse(publicUrl).success)
    throw new UsageError('--public-url is the address that browsers use, such as https://dateline.example.');
  const isEvery = isIP(address) !== 0 && /^[0.:]+$/.test(address);
  if (isEvery && publicUrl === undefined)
    throw new UsageError(
      '--address 0.0.0.0 listens everywhere. Say with --public-url how browsers reach it, or use one address of this machine.',
    );
  return publicUrl ?? null;
}

function tell(
  { output }: CommandContext,
  served: { url: string; ownerLink: string | null },
  address: string,
): void {
  const lines = [`The team’s server is at ${served.url}`];
  if (served.ownerLink)
    lines.push(`The owner comes in by this link, once, within 7 days: ${served.ownerLink}`);
  output.result(served, lines);
  if (isLoopback(address) || served.url.startsWith('https:')) return;
  output.note(
    'Everybody who reaches this address can knock, and what is written travels unencrypted. Put a server with TLS in front of it before you use it beyond a network you trust: docs/team-server.md tells how.',
  );
}

const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || address.startsWith('127.');
