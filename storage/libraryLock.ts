import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatelineError } from '../core/api/errors';
import { errnoOf, orNullIfMissing } from './diskErrors';
import { writeIfRoom } from './durableFile';
import { layoutOf, prepareFolders } from './layout';
import { addressOf, isSocketFile } from './libraryAddress';
import {
  answerSchema,
  type HandOver,
  handOverSchema,
  type OwnerAnswer,
  readLine,
  seal,
  unseal,
} from './ownerMessages';

/** Either this process owns the library, or another one does and can be handed what this one was started with. */
export type LibraryOwnership =
  | { owner: true; release: () => Promise<void> }
  | { owner: false; handOver: (message: HandOver) => Promise<OwnerAnswer> };

/** Called in the owner for each later start; what it resolves to is printed or opened by that start. */
export type OnHandOver = (message: HandOver) => Promise<OwnerAnswer>;

const patienceMs = 5000;
/** An owner may import what it was handed before it answers. */
const answerPatienceMs = 20_000;
const staleGuardMs = 10_000;

/**
 * Makes this process the only owner of a library, whichever shell it runs. A killed owner frees the library at
 * once. Throws `read-only` or `library-missing` when there can be no library here.
 */
export async function ownLibrary(
  folder: string,
  onHandOver: OnHandOver,
  address?: string,
): Promise<LibraryOwnership> {
  await prepareFolders(layoutOf(folder));
  const keyPath = join(layoutOf(folder).root, '.owner-key');
  const key = randomBytes(32).toString('base64url');
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    void answer(socket, key, onHandOver);
  });
  const place = address ?? (await addressOf(folder));
  if (!(await claim(server, place)))
    return { owner: false, handOver: (message) => ask(place, keyPath, message) };
  server.unref();
  try {
    await writeIfRoom(keyPath, key);
  } catch (thrown) {
    server.close();
    throw thrown;
  }
  return { owner: true, release: () => release(server, open, keyPath) };
}

async function release(server: Server, open: Set<Socket>, keyPath: string): Promise<void> {
  await rm(keyPath, { force: true });
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of open) socket.destroy();
  await closed;
}

async function claim(server: Server, place: string): Promise<boolean> {
  if (await listen(server, place)) return true;
  if (!isSocketFile(place)) return false;
  if (await isAnswering(place)) return false;
  return takeOver(server, place);
}

/**
 * Removes a socket file that nobody listens on. Two starts at once must not remove each other's, so only the
 * one that made the guard folder may do it, after looking again.
 */
async function takeOver(server: Server, place: string): Promise<boolean> {
  const guard = `${place}.guard`;
  while (!(await makeGuard(guard))) await pause(25);
  try {
    if (await isAnswering(place)) return false;
    await rm(place, { force: true });
    return await listen(server, place);
  } finally {
    await rmdir(guard);
  }
}

async function makeGuard(guard: string): Promise<boolean> {
  try {
    await mkdir(guard);
    return true;
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EEXIST') throw thrown;
    const found = await orNullIfMissing(stat(guard));
    if (found && Date.now() - found.mtimeMs > staleGuardMs) await orNullIfMissing(rmdir(guard));
    return false;
  }
}

function listen(server: Server, place: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (thrown: Error): void => {
      if (errnoOf(thrown) === 'EADDRINUSE') resolve(false);
      else reject(thrown);
    };
    server.once('error', onError);
    server.listen(place, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function isAnswering(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function answer(socket: Socket, key: string, onHandOver: OnHandOver): Promise<void> {
  const opened = unseal(key, (await readLine(socket, patienceMs)) ?? '');
  const message = handOverSchema.safeParse(opened?.value);
  if (!opened || !message.success) {
    socket.destroy();
    return;
  }
  try {
    socket.end(seal(key, opened.nonce, await onHandOver(message.data)));
  } catch {
    // The other start learns of it by the missing answer, and tells the person.
    socket.destroy();
  }
}

/**
 * The owner writes its key right after it has claimed the library. Until then the file is missing or holds the
 * key of an owner that was killed, so a refused question is asked again for a moment.
 */
async function ask(place: string, keyPath: string, message: HandOver): Promise<OwnerAnswer> {
  for (let tries = 1; tries <= 20; tries += 1) {
    const key = await orNullIfMissing(readFile(keyPath, 'utf8'));
    const answered = key ? await askOnce(place, key, message) : 'refused';
    if (answered === 'silent') break;
    if (answered !== 'refused') return answered;
    await pause(50);
  }
  throw busyError();
}

async function askOnce(
  place: string,
  key: string,
  message: HandOver,
): Promise<OwnerAnswer | 'refused' | 'silent'> {
  const nonce = randomBytes(16).toString('hex');
  const socket = connect(place);
  try {
    const line = readLine(socket, answerPatienceMs);
    socket.write(seal(key, nonce, message));
    const opened = unseal(key, (await line) ?? '');
    if (!opened) return socket.closed || socket.destroyed ? 'refused' : 'silent';
    const given = answerSchema.safeParse(opened.value);
    return opened.nonce === nonce && given.success ? given.data : 'silent';
  } finally {
    socket.destroy();
  }
}

function busyError(): DatelineError {
  return new DatelineError(
    'library-busy',
    'This library is open in another Dateline, which does not answer.',
    'Close the other one, or wait a moment and start again.',
  );
}
