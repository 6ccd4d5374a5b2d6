import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAssetName } from '../../storage/assets';
import { orNullIfMissing, toDiskError } from '../../storage/diskErrors';
import { syncFolder, writeDurably } from '../../storage/durableFile';
import { hashOfText } from './folderTexts';

/** A file that a folder is to hold. Its hash leaves line ends out where it is a text. */
export interface WantedFile {
  path: string;
  hash: string;
  /** Null where there is nothing to write, as of a picture that is missing in the library. */
  bytes: () => Promise<Uint8Array | null>;
}

/** What a folder needs to show what is wanted, decided before anything is touched. */
export interface FolderPlan {
  write: WantedFile[];
  /** Files of ours that are not wanted any more. */
  remove: string[];
  /** Files that somebody else made or changed, which stand where one of ours is wanted. */
  foreign: string[];
  /** Where a link or a folder stands instead of a file or on the way to one; nothing is ever written there. */
  blocked: string[];
  /** Files of ours that somebody took away; they are among those to write. */
  gone: string[];
}

/** Hashes that each file of ours may have: as it was written last, and as it was being written. */
export type KnownFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares a folder with what it is to hold. */
export async function planFolder(
  root: string,
  wanted: readonly WantedFile[],
  known: KnownFiles,
): Promise<FolderPlan> {
  const plan: FolderPlan = { write: [], remove: [], foreign: [], blocked: [], gone: [] };
  for (const file of wanted) {
    const present = await presentHash(root, file.path);
    const isOurs = present !== null && known.get(file.path)?.has(present) === true;
    if (present === file.hash) continue;
    if (present === null && known.has(file.path)) plan.gone.push(file.path);
    if (present === blocked) plan.blocked.push(file.path);
    else if (present === null || isOurs) plan.write.push(file);
    else plan.foreign.push(file.path);
  }
  const paths = new Set(wanted.map(({ path }) => path));
  for (const [path, hashes] of known) {
    const present = paths.has(path) ? null : await presentHash(root, path);
    if (present !== null && hashes.has(present)) plan.remove.push(path);
  }
  return plan;
}

/** Writes and removes what a plan says, each file whole or not at all. Throws `disk-full` or `read-only`. */
export async function carryOut(root: string, { write, remove }: FolderPlan): Promise<void> {
  try {
    for (const { path, bytes } of write) {
      const data = await bytes();
      if (data === null) continue;
      const folder = dirname(join(root, path));
      await mkdir(folder, { recursive: true });
      await writeDurably(join(root, path), data, { isDocument: true });
    }
    for (const path of remove) await rm(join(root, path), { force: true });
    if (remove.length > 0) await syncFolder(root);
  } catch (thrown) {
    throw toDiskError(thrown);
  }
}

/** The hash that a picture or attached file is stored under; null for names that are none of ours. */
export const hashOfAsset = (name: string): string | null =>
  isAssetName(name) ? name.slice(0, name.indexOf('.')) : null;

/** Stands for the hash of what is no file. */
const blocked = 'blocked';

/** Null where nothing is. */
async function presentHash(root: string, path: string): Promise<string | null> {
  const steps = path.split('/');
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const found = await orNullIfMissing(lstat(join(root, ...steps.slice(0, depth))));
    if (found === null) return null;
    const isAsItShould = depth < steps.length ? found.isDirectory() : found.isFile();
    if (!isAsItShould) return blocked;
  }
  // What another program holds is left alone like anything else that cannot be told to be ours.
  const bytes = await readFile(join(root, path)).catch(() => null);
  if (bytes === null) return blocked;
  const isText = path.endsWith('.md') || path === 'narrative.json';
  if (isText) return hashOfText(Buffer.from(bytes).toString('utf8'));
  return createHash('sha256').update(bytes).digest('hex');
}
