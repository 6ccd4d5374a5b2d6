import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../core/api/errors';
import { orNullIfMissing } from './diskErrors';
import { readStamp, writeDurably } from './durableFile';

const namePattern = /^([0-9a-f]{64})\.(png|jpg|gif|webp|svg|bin)$/;

/**
 * Pictures, and attached files of any kind as `.bin`, stored under the SHA-256 of their bytes, so that the same
 * file is kept once and no name from outside reaches the disk.
 */
export class Assets {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(bytes: Uint8Array, extension: string): Promise<string> {
    const name = assetNameOf(bytes, extension);
    if (!namePattern.test(name)) {
      throw new DatelineError(
        'file-wrong-type',
        'Dateline keeps PNG, JPEG, GIF, WebP and SVG pictures. This file is none of them.',
        'Save the picture as PNG and add it again.',
      );
    }
    const stored = await this.read(name);
    // A stored file that no longer matches its name is replaced by the good bytes at hand.
    if (stored === null || hashOf(stored) !== hashOf(bytes))
      await writeDurably(join(this.#folder, name), bytes);
    return name;
  }

  /** True when something is stored under this name; its bytes are not looked at. */
  async has(name: string): Promise<boolean> {
    return namePattern.test(name) && (await readStamp(join(this.#folder, name))) !== null;
  }

  /** Null when the name is not one of ours or nothing is stored under it. */
  async read(name: string): Promise<Uint8Array | null> {
    if (!(await this.has(name))) return null;
    return orNullIfMissing(readFile(join(this.#folder, name)));
  }
}

/** The name that a picture is stored under. */
export function assetNameOf(bytes: Uint8Array, extension: string): string {
  return `${hashOf(bytes)}.${extension.toLowerCase().replace(/^jpeg$/, 'jpg')}`;
}

/** True for a name that an asset could be stored under. */
export function isAssetName(name: string): boolean {
  return namePattern.test(name);
}

/** True when a file's name is ours and its bytes are no longer those it is named after. */
export function isAssetDamaged(name: string, bytes: Uint8Array): boolean {
  const expected = namePattern.exec(name)?.[1];
  return expected !== undefined && expected !== hashOf(bytes);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
