import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import type { Table } from './report';
import { root } from './root';
import { median, ms, ratio } from './statistics';

const bareServer = `
const { default: Fastify } = await import('fastify');
const app = Fastify();
app.get('/', (request, reply) => reply.type('text/html').send('<!doctype html><title>bare</title><h1>Bare page</h1>'));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
console.log(JSON.stringify({ url }));
`;

async function startAndPaint(browser: Browser, args: string[]): Promise<{ ready: number; paint: number }> {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('the server has no output');
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve) => lines.once('line', resolve));
  const ready = performance.now() - started;
  const page = await browser.newPage();
  await page.goto((JSON.parse(line) as { url: string }).url);
  await page.waitForSelector('h1');
  const paint = performance.now() - started;
  await page.close();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return { ready, paint };
}

/** From the command to a first heading on the page, beside a bare Fastify with a static page. */
export async function benchStart(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const library = await mkdtemp(join(tmpdir(), 'dateline-start-'));
  const dateline = [join(root, 'build/dateline.mjs'), 'serve', '--no-open', '--json', '--library', library];
  const runs = {
    Dateline: [] as { ready: number; paint: number }[],
    bare: [] as { ready: number; paint: number }[],
  };
  for (let round = 0; round < (short ? 2 : 7); round += 1) {
    runs.Dateline.push(await startAndPaint(browser, dateline));
    runs.bare.push(await startAndPaint(browser, ['--input-type=module', '--eval', bareServer]));
  }
  await rm(library, { recursive: true, force: true });
  const summary = (key: 'ready' | 'paint') => ({
    dateline: median(runs.Dateline.map((run) => run[key])),
    bare: median(runs.bare.map((run) => run[key])),
  });
  const rows = (['ready', 'paint'] as const).map((key) => {
    const { dateline: ours, bare } = summary(key);
    return [
      key === 'ready' ? 'server ready' : 'first heading painted',
      ms(ours),
      ms(bare),
      ratio(ours / bare),
    ];
  });
  return {
    title: 'Start',
    note: 'A start when everything is set up, median of the rounds. The goal for a second start is 3 s.',
    head: ['', 'Dateline', 'bare Fastify and a static page', 'ratio'],
    rows,
  };
}
