import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isAssetName } from './assets';
import { orNullIfMissing } from './diskErrors';
import type { Layout } from './layout';

const unpack = promisify(gunzip);
const largestBackup = 512 * 1024 * 1024;
const dayMs = 24 * 60 * 60 * 1000;
const namesInText = /[0-9a-f]{64}\.(?:png|jpg|gif|webp|svg|bin)/g;
const sharedDocuments = /"yjs":\s*"([A-Za-z0-9+/=]+)"/g;

export interface UnusedAsset {
  name: string;
  /** In bytes. */
  size: number;
}

/**
 * Pictures and attached files that no narrative, earlier generation, trash, backup, kept copy or setting names; null
 * when a file cannot be read, since nobody knows what it names. What came within the last day is not counted: in a folder
 * that is synced, a picture may arrive before its narrative.
 */
export async function findUnusedAssets(layout: Layout, now: Date): Promise<UnusedAsset[] | null> {
  const candidates = await settledAssets(layout.assets, now);
  if (candidates.length === 0) return [];
  const used = await namedAssets(layout);
  return used && candidates.filter(({ name }) => !used.has(name));
}

async function settledAssets(folder: string, now: Date): Promise<UnusedAsset[]> {
  const settled: UnusedAsset[] = [];
  for (const name of await readdir(folder)) {
    if (!isAssetName(name)) continue;
    const found = await orNullIfMissing(stat(join(folder, name)));
    if (found?.isFile() && now.getTime() - found.mtimeMs >= dayMs) settled.push({ name, size: found.size });
  }
  return settled;
}

/** Every picture and attached file that anything names; null when something cannot be read. */
export async function namedAssets({
  narratives,
  trash,
  backups,
  kept,
  versions,
  settings,
}: Layout): Promise<Set<string> | null> {
  const names = new Set<string>();
  for (const folder of [narratives, trash, backups, kept, versions]) {
    const entries = await orNullIfMissing(readdir(folder, { recursive: true, withFileTypes: true }));
    for (const entry of entries ?? []) {
      if (entry.isDirectory()) continue;
      const text = await readSearchable(join(entry.parentPath, entry.name));
      if (text === null) return null;
      addAssetNames(text, names);
    }
  }
  // The team's logo is named by its settings alone.
  addAssetNames((await orNullIfMissing(readFile(settings, 'utf8'))) ?? '', names);
  return names;
}

/** Texts are searched as they stand, so that a format which only a newer Dateline reads is searched, too. */
export async function readSearchable(path: string): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    const isPacked = path.endsWith('.gz');
    return (isPacked ? await unpack(bytes, { maxOutputLength: largestBackup }) : bytes).toString('latin1');
  } catch {
    // A damaged backup, a link to nowhere: whatever the reason, the caller is told that it cannot be known.
    return null;
  }
}

/** The readable part of a file repeats what the shared document says, but the document is the truth. */
export function addAssetNames(text: string, names: Set<string>): void {
  for (const [name] of text.matchAll(namesInText)) names.add(name);
  for (const [, base64 = ''] of text.matchAll(sharedDocuments)) {
    const document = Buffer.from(base64, 'base64').toString('latin1');
    for (const [name] of document.matchAll(namesInText)) names.add(name);
  }
}
