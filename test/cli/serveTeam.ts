import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { rawRequest } from '../server/rawHttp';
import { firstLine, startCli } from './runCli';

const servedSchema = z.object({ url: z.url(), ownerLink: z.url().nullable() });

export async function newTeamLibrary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline team cli '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A team's server in a process of its own, as the command line starts it. */
export async function serve(library: string, more: readonly string[] = [], environment = {}) {
  const child = await startCli(['serve', '--team', '--json', '--library', library, ...more], { environment });
  const served = servedSchema.parse(JSON.parse(await firstLine(child)));
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  };
  /** Ends in good order; answers the exit code. */
  const stop = () => end('SIGTERM');
  /** As a power cut does. */
  const kill = () => end('SIGKILL');
  return { ...served, stop, kill };
}

/** Goes through the page of a link; answers the status, and the session where one was given. */
export async function join(link: string, name: string) {
  const { host, pathname, port, origin } = new URL(link);
  const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' };
  const options = { path: pathname, method: 'POST', headers };
  const answer = await rawRequest(Number(port), options, new URLSearchParams({ name }).toString());
  return { status: answer.status, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null };
}

/** Calls as the window of a session does; answers the result. */
export function callAs(url: string, cookie: string) {
  const { port, host } = new URL(url);
  const headers = { 'content-type': 'application/json', 'x-dateline': '1', host, origin: url, cookie };
  return async (operation: string, input: unknown) => {
    const body = JSON.stringify({ operation, input });
    return JSON.parse((await rawRequest(Number(port), { path: '/api', method: 'POST', headers }, body)).body);
  };
}
