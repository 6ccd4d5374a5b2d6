import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { bundleForNode } from '../../../build/setup/bundleForNode.mjs';
import { plainPacketPage, templates } from '../../host/newHost';
import { bundledWorkers } from '../../workers';
import { builtRenderer } from './builtRenderer';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A running Dateline that can be killed as the system kills it. */
export interface KillableDateline {
  /** A single-use link. */
  url: string;
  kill(): Promise<void>;
}

/** The process as one file. It lies under the root so that it finds its packages. */
async function bundleEntry(): Promise<string> {
  await mkdir(join(root, 'out'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out', 'killable-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const entries = { killable: fileURLToPath(new URL('killableEntry.ts', import.meta.url)) };
  await bundleForNode({ entries, folder, format: 'es', extension: 'js' });
  return join(folder, 'killable.js');
}

/** Makes a starter of Datelines over one library, each in a process of its own. */
export async function killableDateline(library: string): Promise<() => Promise<KillableDateline>> {
  const args = [
    await bundleEntry(),
    library,
    await builtRenderer(),
    templates,
    await bundledWorkers(),
    plainPacketPage,
  ];
  return async () => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => killNow(child));
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    return { url, kill: () => killNow(child) };
  };
}

async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
