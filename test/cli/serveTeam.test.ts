import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { rawRequest } from '../server/rawHttp';
import { firstLine, runCli, startCli } from './runCli';

const servedSchema = z.object({ url: z.url(), ownerLink: z.url().nullable() });

async function newLibrary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline team cli '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

async function serve(library: string, more: readonly string[] = [], environment = {}) {
  const child = await startCli(['serve', '--team', '--json', '--library', library, ...more], { environment });
  const served = servedSchema.parse(JSON.parse(await firstLine(child)));
  const stop = async () => {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return ended;
  };
  return { ...served, child, stop };
}

/** Goes through the page of a link; answers the status, and the session where one was given. */
async function join_(link: string, name: string) {
  const { host, pathname, port, origin } = new URL(link);
  const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' };
  const options = { path: pathname, method: 'POST', headers };
  const answer = await rawRequest(Number(port), options, new URLSearchParams({ name }).toString());
  return { status: answer.status, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null };
}
