import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Call, createClient } from '../core/api/client';
import { createHost } from '../host/host';
import type { Host } from '../host/ports';
import { startLocalServer } from '../server/local/localServer';
import { plainShell } from '../test/support/plainShell';
import { root } from './root';

export interface RunningApp {
  folder: string;
  host: Host;
  call: Call;
  /** A single-use link to the app. */
  link(): string;
  stop(): Promise<void>;
}

/** The built app over a library of its own, without the command line around it. */
export async function openHost(folder: string): Promise<Host> {
  let ids = 0;
  return createHost({
    folder,
    templates: join(root, 'templates'),
    workers: join(root, 'dist/node/'),
    packetPage: join(root, 'dist/packet'),
    capabilities: plainShell,
    ports: {
      now: () => new Date(),
      newId: () => `bench${String(Date.now())}x${String(ids++)}`,
      openExternal: async () => undefined,
      log: () => undefined,
    },
  });
}

/** Calls of a window, without the transport in between. */
export function callOf(host: Host): Call {
  return createClient((operation, input) => host.dispatch(operation, input));
}

/** Starts the built app, or another folder of pages over the same server. */
export async function startApp({
  staticFolder = join(root, 'dist/renderer'),
}: {
  staticFolder?: string;
} = {}): Promise<RunningApp> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const host = await openHost(folder);
  const server = await startLocalServer({ host, staticFolder });
  return {
    folder,
    host,
    call: callOf(host),
    link: () => server.newLink(),
    stop: async () => {
      await server.close();
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
