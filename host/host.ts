import { narrativeIdSchema } from '../core/narrative/meta';
import { openLibrary } from '../storage/library';
import { ownLibrary } from '../storage/libraryLock';
import type { LibraryStore } from '../storage/libraryStore';
import type { HandOver, OwnerAnswer } from '../storage/ownerMessages';
import { Database } from '../storage/postgres/database';
import { openDatabaseLibrary } from '../storage/postgres/databaseLibrary';
import { openSettings } from '../storage/settings';
import { openJoinedTeams } from '../storage/team/joinedTeams';
import { assembleHost } from './assembleHost';
import { libraryBusy } from './library/libraryBusy';
import type { Host, HostOptions } from './ports';

/** Either this process answers for the library now, or another one does and can be handed what was asked of this one. */
export type HostStart =
  | { owner: true; host: Host }
  | { owner: false; handOver: (message: HandOver) => Promise<OwnerAnswer> };

/**
 * Takes the library, opens it and answers the whole contract over it. A later start of any shell is handed to
 * `options.onHandOver`, or its files are opened here.
 */
export async function startHost(options: HostOptions): Promise<HostStart> {
  const { onHandOver = openHandedFiles } = options;
  const waiting = createWaiting<Host>();
  const ownership = await ownLibrary(options.folder, async (message) =>
    onHandOver(message, await waiting.promise),
  );
  if (!ownership.owner) return ownership;
  try {
    const host = await openHost(options, ownership.release);
    waiting.resolve(host);
    return { owner: true, host };
  } catch (thrown) {
    waiting.reject(thrown);
    await ownership.release();
    throw thrown;
  }
}

/** As `startHost`, for a shell that has nothing to hand over. Throws `library-busy` when another process has it. */
export async function createHost(options: HostOptions): Promise<Host> {
  const start = await startHost(options);
  if (start.owner) return start.host;
  throw libraryBusy();
}

async function openHost(options: HostOptions, release: () => Promise<void>): Promise<Host> {
  const store = await openStore(options);
  const settings = await openSettings(store.folder);
  return assembleHost(options, { store, settings, teams: await openJoinedTeams(store.folder), release });
}

async function openStore({ folder, databaseUrl, ports }: HostOptions): Promise<LibraryStore> {
  const forStorage = { now: ports.now, newId: () => narrativeIdSchema.parse(ports.newId()) };
  if (databaseUrl === undefined) return openLibrary(folder, forStorage);
  const database = await Database.open(databaseUrl);
  const report = (thrown: unknown) => ports.log('error', String(thrown));
  return openDatabaseLibrary({ folder, database, self: ports.newId(), ports: forStorage, report });
}

/** A later start may ask while this one still opens; it waits, and is told when this one fails. */
function createWaiting<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Nobody may be waiting, and that is no fault.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

async function openHandedFiles({ files }: HandOver, host: Host): Promise<OwnerAnswer> {
  for (const file of files) await host.openFile(file);
  return {};
}
