import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { assetLimitBytes } from '../../core/api/contract';
import { sniffImage } from '../assets/sniffImage';
import type { GivenPicture, NeighbourNames } from './importFile';

const limits = { files: 500, bytes: 100_000_000 };

/**
 * Reads the pictures and drawings that lie beside a text file: where the text says, in `assets`, or in a folder of
 * the file's own name. Nothing outside the file's folder is looked at, wherever a name or a link points.
 */
export async function readNeighbourFiles(
  path: string,
  { pictures, drawings }: NeighbourNames,
): Promise<GivenPicture[]> {
  const root = await realpath(dirname(path));
  const folders = ['assets', basename(path, extname(path)), '.'];
  const found: GivenPicture[] = [];
  let total = 0;
  for (const name of [...pictures, ...drawings].filter(isPlainRelative).slice(0, limits.files)) {
    const candidates = folders.flatMap((folder) => spellings(name).map((one) => join(root, folder, one)));
    const isUsable = pictures.includes(name) ? isPicture : isDrawing;
    const bytes = await readFirst(root, candidates, isUsable);
    if (!bytes || total + bytes.length > limits.bytes) continue;
    total += bytes.length;
    found.push({ name, bytes });
  }
  return found;
}

/** Whoever stores a picture looks into it more closely. */
const isPicture = (bytes: Uint8Array): boolean => sniffImage(bytes) !== null;

/** Scenes begin as JSON does and SVG as XML does; whoever stores them looks more closely. */
const isDrawing = (bytes: Uint8Array): boolean => bytes[0] === 0x7b || bytes[0] === 0x3c;

/** A path downwards in the spelling of every system: no drive, no scheme, no way up. */
function isPlainRelative(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 1000 &&
    !/^[/\\]|[\\:\0]/u.test(name) &&
    spellings(name).every((one) => one.split('/').every((step) => step !== '..') && !/[\\:\0]/u.test(one))
  );
}

/** Links spell a space as `%20`; a file may be named either way. */
function spellings(name: string): string[] {
  try {
    return [...new Set([name, decodeURIComponent(name)])];
  } catch {
    // A lone percent sign is part of the name.
    return [name];
  }
}

async function readFirst(
  root: string,
  candidates: readonly string[],
  isUsable: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array | null> {
  for (const candidate of candidates) {
    // Links are followed first, since one may lead out of the folder.
    const path = await realpath(candidate).catch(() => null);
    if (path === null || !path.startsWith(root.endsWith(sep) ? root : root + sep)) continue;
    const found = await stat(path);
    if (!found.isFile() || found.size > assetLimitBytes) continue;
    const bytes = await readFile(path);
    if (isUsable(bytes)) return bytes;
  }
  return null;
}
