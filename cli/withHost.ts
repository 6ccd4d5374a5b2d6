import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capabilities } from '../core/api/shapes';
import type { Host, HostOptions } from '../host/ports';
import type { CommandContext } from './commandContext';

const platforms: Partial<Record<NodeJS.Platform, Capabilities['platform']>> = {
  darwin: 'mac',
  win32: 'windows',
};

/** How the command line and the browser shell it serves start a host. */
export function hostOptions({ library, output, surroundings }: CommandContext): HostOptions {
  return {
    folder: library,
    templates: surroundings.templates,
    workers: surroundings.workers,
    packetPage: surroundings.packetPage,
    capabilities: {
      version: surroundings.version,
      nativeMenus: false,
      saveDialog: false,
      folderDialog: false,
      titleBarInset: { left: 0, right: 0 },
      platform: platforms[process.platform] ?? 'linux',
    },
    ports: {
      now: () => new Date(),
      newId,
      // The page opens addresses by itself; nothing else asks for it here.
      openExternal: async () => undefined,
      log: (level, message) => {
        if (level !== 'info') output.note(message);
      },
    },
  };
}

/** The library's folder; where a database holds it, a new one for the copy that this process works on. */
export async function workFolder(
  { library }: CommandContext,
  { databaseUrl }: { databaseUrl?: string },
): Promise<string> {
  if (databaseUrl === undefined) return library;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-work-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Random and without meaning, so that a file's name gives nothing away. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** Runs work over a library that this process owns for that time. Throws `library-busy` when another has it. */
export async function withHost<T>(context: CommandContext, work: (host: Host) => Promise<T>): Promise<T> {
  const { createHost } = await import('../host/host');
  const host = await createHost(hostOptions(context));
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}
