import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { freePort } from '../../../support/freePort';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface StartedRedis {
  url: string;
  stop: () => Promise<void>;
  /** On the same port again, empty. */
  start: () => Promise<void>;
}

/** A Redis server of its own on a free port, stopped after the test. */
export async function startRedis(): Promise<StartedRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline redis '));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    for await (const line of createInterface({ input: started.stdout }))
      if (line.includes('Ready to accept connections')) break;
    started.stdout.resume();
  };
  const stop = async () => {
    const running = child;
    child = null;
    if (!running) return;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await exited;
  };
  onTestFinished(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, stop };
}
