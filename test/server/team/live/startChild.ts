import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../../../host/team/caller';
import { templates } from '../../../host/newHost';
import { bundleChild } from '../../../storage/bundleChild';
import { bundledWorkers } from '../../../workers';
import { pathOf } from './fakeTeam';

export interface LineChild {
  port: number;
  urlFor: (caller: Caller) => string;
  /** As a power cut does. */
  kill: () => Promise<void>;
}

/** Bundles the program of `startChild`, once for a test. */
export async function bundleLineChild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline line child '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return bundleChild(fileURLToPath(new URL('lineChild.ts', import.meta.url)), folder);
}

/** A live line in a process of its own, over a library folder. */
export async function startChild(given: {
  program: string;
  folder: string;
  port?: number;
  skewMs?: number;
  redisUrl?: string;
}): Promise<LineChild> {
  const { program, folder, port = 0, skewMs = 0, redisUrl = '' } = given;
  const args = [program, folder, `${port}`, templates, await bundledWorkers(), `${skewMs}`, redisUrl];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => killed(child);
  onTestFinished(kill);
  for await (const line of createInterface({ input: child.stdout })) {
    return { port: Number(line), kill, urlFor: (caller) => `ws://127.0.0.1:${line}${pathOf(caller)}` };
  }
  throw new Error('the child ended before it listened');
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return exited;
}
