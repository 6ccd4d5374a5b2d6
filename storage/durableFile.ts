import { randomBytes } from 'node:crypto';
import { chmod, copyFile, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatelineError } from '../core/api/errors';
import { errnoOf, orNullIfMissing, toDiskError } from './diskErrors';

/** Tells one state of a file from another without reading it. */
export interface FileStamp {
  ino: number;
  mtimeMs: number;
  size: number;
}

export interface StampedText {
  text: string;
  stamp: FileStamp;
}

interface WriteOptions {
  /** Runs once the new bytes are safe and before they take the name. */
  beforeReplace?: () => Promise<void>;
  /** A document for other programs, with the rights that the system gives any new file; else its owner's alone. */
  isDocument?: boolean;
}

const tempPattern = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/;
const passingErrors = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renameTries = 8;

/**
 * Replaces a file as a whole: when the promise resolves the bytes are on the disk under this name, and at every
 * moment before that the old file is untouched. A document keeps the rights of the one it replaces. Throws `DatelineError` `disk-full`, `read-only` or `library-missing`.
 */
export async function writeDurably(
  path: string,
  data: string | Uint8Array,
  { beforeReplace, isDocument = false }: WriteOptions = {},
): Promise<FileStamp> {
  const temp = join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  try {
    const stamp = await writeSynced(temp, data, isDocument ? 0o666 : 0o600);
    if (isDocument) await takeRights(path, temp);
    await beforeReplace?.();
    await renamePatiently(temp, path);
    await syncFolder(dirname(path));
    return stamp;
  } catch (thrown) {
    // The first failure is the one to tell; a temp file that stays is removed at the next start.
    await Promise.allSettled([rm(temp, { force: true })]);
    throw errnoOf(thrown) === 'ENOENT' ? folderGoneError() : toDiskError(thrown);
  }
}

/**
 * Writes a file that is of use only while the library is open. On a full disk it is left out, since that must
 * not keep anybody from reading what is there.
 */
export async function writeIfRoom(path: string, data: string): Promise<void> {
  try {
    await writeDurably(path, data);
  } catch (thrown) {
    if (!(thrown instanceof DatelineError) || thrown.code !== 'disk-full') throw thrown;
  }
}

function folderGoneError(): DatelineError {
  return new DatelineError(
    'library-missing',
    'Not saved: the library folder is not there any more.',
    'Your words are safe in this window. Bring the folder or its disk back, or save a copy elsewhere.',
  );
}

/** Makes renames and removals inside a folder durable. Windows does it by itself and refuses the call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a file durably, also from one folder to another of the same library. */
export async function moveDurably(from: string, to: string): Promise<void> {
  try {
    await renamePatiently(from, to);
    await syncFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
  } catch (thrown) {
    throw toDiskError(thrown);
  }
}

/**
 * Gives the present file a second name, replacing what had that name. Not synced: the folder sync of the
 * write that follows covers it. Does nothing when there is no file yet.
 */
export async function keepGeneration(path: string, previousPath: string): Promise<void> {
  const fresh = `${previousPath}.new`;
  await rm(fresh, { force: true });
  try {
    await link(path, fresh);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return;
    // Some file systems (FAT, network shares) have no hard links.
    await copyFile(path, fresh);
  }
  await renamePatiently(fresh, previousPath);
}

/** Text and stamp of the same state of a file; null when it is not there. */
export async function readStamped(path: string): Promise<StampedText | null> {
  const handle = await orNullIfMissing(open(path, 'r'));
  if (handle === null) return null;
  try {
    const stamp = stampOf(await handle.stat());
    return { text: await handle.readFile('utf8'), stamp };
  } finally {
    await handle.close();
  }
}

/** The stamp of a regular file; null when there is none by that name. */
export async function readStamp(path: string): Promise<FileStamp | null> {
  const found = await orNullIfMissing(stat(path));
  return found?.isFile() ? stampOf(found) : null;
}

function stampOf({ ino, mtimeMs, size }: FileStamp): FileStamp {
  return { ino, mtimeMs, size };
}

/** Removes temp files that a killed process of ours left in a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = (await orNullIfMissing(readdir(folder))) ?? [];
  const leftovers = names.filter((name) => {
    const pid = tempPattern.exec(name)?.[1];
    return pid !== undefined && Number(pid) !== process.pid;
  });
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

/** Gives a file the rights that another one has; Windows keeps them elsewhere. */
async function takeRights(from: string, to: string): Promise<void> {
  const before = process.platform === 'win32' ? null : await orNullIfMissing(stat(from));
  // Disks without rights say the same of all files, and refuse to be told others.
  if (before && (await stat(to)).mode !== before.mode) await chmod(to, before.mode & 0o777);
}

/** Rights are as the system lets a new file have them. */
async function writeSynced(path: string, data: string | Uint8Array, rights: number): Promise<FileStamp> {
  const handle = await open(path, 'wx', rights);
  try {
    await handle.writeFile(data);
    await handle.sync();
    return stampOf(await handle.stat());
  } finally {
    await handle.close();
  }
}

/** Virus scanners and sync tools hold files for a moment, which Windows reports as a refusal. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (thrown) {
      const isPassing = passingErrors.has(errnoOf(thrown) ?? '');
      if (!isPassing || process.platform !== 'win32' || attempt >= renameTries) throw thrown;
      await pause(20 * 2 ** attempt);
    }
  }
}
