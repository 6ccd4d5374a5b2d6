import { isIP } from 'node:net';
import { z } from 'zod';
import { createHost } from '../../host/host';
import { callerName } from '../../host/team/caller';
import { createGate } from '../../host/team/gate';
import { checkTeamFolder, openTeam } from '../../host/team/openTeam';
import { createLiveLine } from '../../server/team/live/liveLine';
import { liveRoles } from '../../server/team/live/liveRoles';
import { createServerLog } from '../../server/team/serverLog';
import { startTeamServer, type TeamServer } from '../../server/team/teamServer';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { listening } from '../listening';
import { stopAsked } from '../stopSignal';
import { readTeamEnvironment } from '../teamEnvironment';
import { UsageError } from '../usageError';
import { hostOptions, newId } from '../withHost';

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
  const { redisUrl, metricsToken, signIn } = readTeamEnvironment(context.surroundings.environment);
  const given = hostOptions(context);
  const { now } = given.ports;
  const serverLog = createServerLog((line) => void process.stderr.write(line), now);
  const log = (level: 'info' | 'warn' | 'error', message: string) => serverLog(level, 'message', { message });
  const ports = { ...given.ports, log };
  const host = await createHost({ ...given, ports, author: callerName, narrativesInMemory });
  const stopping = stopAsked();
  let server: TeamServer | null = null;
  try {
    const team = await openTeam({ folder: context.library, now, newId });
    const gate = createGate({ host, team, name: options.name, now });
    const live = createLiveLine({ host, team: liveRoles(team), now, newId, log, ...redisUrl });
    const { renderer: staticFolder } = context.surroundings;
    const checkStore = () => checkTeamFolder(context.library);
    const serving = {
      ...options,
      host,
      gate,
      live,
      staticFolder,
      publicUrl,
      checkStore,
      metricsToken,
      signIn,
    };
    server = await listening(options.port, startTeamServer({ ...serving, log: serverLog }));
    const first = await team.begin();
    tell(context, { url: server.url, ownerLink: first && `${server.url}/join/${first}` }, options.address);
    await stopping;
    gate.close();
  } finally {
    await server?.close();
    await host.close();
  }
  return exitCodes.fine;
}

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
