import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { rawRequest } from '../server/rawHttp';
import { firstLine, runCli, startCli } from './runCli';

const servedSchema = z.object({ url: z.url(), ownerLink: z.url().nullable() });

async function newLibrary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline team cli '));
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
async function join(link: string, name: string) {
  const { host, pathname, port, origin } = new URL(link);
  const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' };
  const options = { path: pathname, method: 'POST', headers };
  const answer = await rawRequest(Number(port), options, new URLSearchParams({ name }).toString());
  return { status: answer.status, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null };
}

test('the owner’s link is printed until somebody owns the team, and words outlive the server', async () => {
  const library = await newLibrary();
  const first = await serve(library, ['--name', 'Osterby launches']);
  const { cookie } = await join(first.ownerLink ?? '', 'Ola Berg');
  const call = callAs(first.url, cookie ?? '');
  const { value } = await call('narratives.create', { name: 'Harbour lights' });
  expect(await first.stop()).toBe(0);
  const second = await serve(library, ['--port', new URL(first.url).port]);
  expect(second.ownerLink).toBeNull();
  const { value: listed } = await callAs(second.url, cookie ?? '')('library.list', list);
  expect(listed.items.map(({ meta }: { meta: { id: string } }) => meta.id)).toEqual([value.id]);
});

const list = { stage: 'all', sort: 'edited', offset: 0, limit: 10 };

function callAs(url: string, cookie: string) {
  const { port, host } = new URL(url);
  const headers = { 'content-type': 'application/json', 'x-dateline': '1', host, origin: url, cookie };
  return async (operation: string, input: unknown) => {
    const body = JSON.stringify({ operation, input });
    return JSON.parse((await rawRequest(Number(port), { path: '/api', method: 'POST', headers }, body)).body);
  };
}

test('it is reached from this machine alone unless an address is named', async () => {
  const { url, stop } = await serve(await newLibrary(), ['--address', '127.0.0.2']);
  expect(new URL(url).hostname).toBe('127.0.0.2');
  expect(await stop()).toBe(0);
  const usual = await serve(await newLibrary());
  expect(new URL(usual.url).hostname).toBe('127.0.0.1');
});

test.each([
  [['--address', '0.0.0.0'], {}, 'Say with --public-url how browsers reach it'],
  [['--public-url', 'dateline.example'], {}, '--public-url is the address that browsers use'],
  [['--address', '192.0.2.7'], {}, 'This machine does not have that address.'],
  [[], { REDIS_URL: 'http://x' }, 'REDIS_URL is an address such as'],
  [[], { DATELINE_METRICS_TOKEN: 'short' }, 'DATELINE_METRICS_TOKEN has at least 16 characters.'],
])('%j with %j is refused with a sentence', async (options, environment, sentence) => {
  const library = await newLibrary();
  const { code, stderr } = await runCli(['serve', '--team', '--library', library, ...options], {
    environment,
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain(sentence);
});

test('options of a team without --team are refused', async () => {
  const { code, stderr } = await runCli(['serve', '--address', '127.0.0.1', '--library', await newLibrary()]);
  expect([code, stderr]).toEqual([2, '--address, --public-url and --name go with --team.\n']);
});
