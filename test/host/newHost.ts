import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Call, createClient } from '../../core/api/client';
import type { EventData, EventMessage, EventName } from '../../core/api/events';
import { createHost } from '../../host/host';
import type { Host, HostPorts } from '../../host/ports';
import { plainShell } from '../support/plainShell';
import { bundledWorkers } from '../workers';

export const templates = fileURLToPath(new URL('../../templates', import.meta.url));

/** A page of packets that shows nothing. */
export const plainPacketPage = fileURLToPath(new URL('../support/packetPage', import.meta.url));

export interface TestHost {
  host: Host;
  call: Call;
  folder: string;
  /** Everything logged as an error. */
  errors: string[];
  events: EventMessage[];
  eventsNamed<K extends EventName>(name: K): EventData<K>[];
}

/** A library in a temp folder of its own; umlauts and spaces on the path are part of every test. */
export async function newLibraryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline über lib '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

interface NewHostOptions {
  folder?: string;
  ports?: Partial<HostPorts>;
  packetPage?: string;
  author?: () => string;
  /** Where the library is kept instead of a folder. */
  databaseUrl?: string;
}

/** A host over a library of its own, closed after the test. */
export async function newHost(options: NewHostOptions = {}): Promise<TestHost> {
  const folder = options.folder ?? (await newLibraryFolder());
  const errors: string[] = [];
  const host = await createHost({
    folder,
    templates,
    workers: await bundledWorkers(),
    packetPage: options.packetPage ?? plainPacketPage,
    capabilities: plainShell,
    ...(options.author && { author: options.author }),
    ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
    ports: {
      now: () => new Date(),
      newId: () => randomBytes(8).toString('hex'),
      openExternal: async () => undefined,
      log: (level, message) => {
        if (level === 'error') errors.push(message);
      },
      ...options.ports,
    },
  });
  const events: EventMessage[] = [];
  host.onEvent((message) => events.push(message));
  let isClosed = false;
  const close = host.close;
  host.close = async () => {
    if (!isClosed) await close();
    isClosed = true;
  };
  onTestFinished(() => host.close().catch(() => undefined));
  return {
    host,
    call: createClient(host.dispatch),
    folder,
    errors,
    events,
    eventsNamed: <K extends EventName>(name: K) =>
      events.flatMap((message) => (message.event === name ? [message.data as EventData<K>] : [])),
  };
}
