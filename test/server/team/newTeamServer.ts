import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Grant } from '../../../core/team/teamRecords';
import { createLiveLine } from '../../../server/team/live/liveLine';
import { liveRoles } from '../../../server/team/live/liveRoles';
import { createServerLog } from '../../../server/team/serverLog';
import { startTeamServer, type TeamServer, type TeamServerOptions } from '../../../server/team/teamServer';
import { newTeam, type TestTeam } from '../../host/team/newTeam';
import { type RawAnswer, rawRequest } from '../rawHttp';

/** Somebody who came in by a link, as their browser sends it. */
export interface TestSession {
  cookie: string;
  /** The headers of a call from the app's own page. */
  headers: OutgoingHttpHeaders;
  call(operation: string, input: unknown): Promise<RawAnswer>;
}

export interface TestTeamServer {
  team: TestTeam;
  server: TeamServer;
  /** What was logged, one line each. */
  log: string[];
  /** A link's token. */
  invite(grant: Grant, isSingleUse?: boolean): Promise<string>;
  /** Lets somebody in over HTTP, as the page of the invitation does. */
  join(name: string, grant: Grant): Promise<TestSession>;
  send(options: Parameters<typeof rawRequest>[1], body?: string | Buffer): Promise<RawAnswer>;
}

/** A team's server on a free port over a library of its own, with a page in place of the app. */
export async function newTeamServer(
  given: Partial<TeamServerOptions> = {},
  clock: { now: Date } = { now: new Date() },
): Promise<TestTeamServer> {
  return serveTeam(await newTeam(clock), given, clock);
}

/** As `newTeamServer`, for a team that is there: its server starts again where `port` says. */
export async function serveTeam(
  team: TestTeam,
  given: Partial<TeamServerOptions> = {},
  clock: { now: Date } = { now: new Date() },
): Promise<TestTeamServer> {
  const staticFolder = await pageFolder();
  const log: string[] = [];
  const now = () => clock.now;
  const newId = () => randomBytes(8).toString('hex');
  const { host, gate } = team;
  const live = createLiveLine({ host, team: liveRoles(team.team), now, newId, log: () => undefined });
  const where = { address: '127.0.0.1', port: 0, publicUrl: null };
  const asked = { checkStore: async () => undefined, metricsToken: null, signIn: null };
  const parts = { host, gate, live, staticFolder, log: createServerLog((line) => log.push(line), now) };
  const server = await startTeamServer({ ...where, ...asked, ...parts, ...given });
  let closing: Promise<void> | null = null;
  const end = server.close;
  server.close = () => {
    closing ??= end();
    return closing;
  };
  onTestFinished(() => server.close());
  const send: TestTeamServer['send'] = (options, body) =>
    rawRequest(
      server.port,
      { ...options, headers: { host: new URL(server.url).host, ...options.headers } },
      body,
    );

  const invite = async (grant: Grant, isSingleUse = true) =>
    (await team.team.invite(null, { grant, isSingleUse, days: 1 })).token;
  return {
    ...{ team, server, log, send, invite },
    async join(name, grant) {
      const token = await invite(grant);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: server.url };
      const body = new URLSearchParams({ name }).toString();
      const answer = await send({ path: `/join/${token}`, method: 'POST', headers }, body);
      return sessionFrom(answer, { server, send });
    },
  };
}

/** The session of an answer that let somebody in. */
export function sessionFrom(
  { headers }: RawAnswer,
  { server, send }: Pick<TestTeamServer, 'server' | 'send'>,
): TestSession {
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const own = {
    'content-type': 'application/json',
    'x-dateline': '1',
    'sec-fetch-site': 'same-origin',
    origin: server.url,
    cookie,
  };
  const call = (operation: string, input: unknown) =>
    send({ path: '/api', method: 'POST', headers: own }, JSON.stringify({ operation, input }));
  return { cookie, headers: own, call };
}

async function pageFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-team-static-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><h1>Dateline</h1>');
  await mkdir(path.join(folder, 'assets'));
  return folder;
}
