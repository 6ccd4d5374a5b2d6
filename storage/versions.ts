import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { DatelineError } from '../core/api/errors';
import { type ContentVersion, contentVersion, contentVersionSchema } from '../core/format/contentVersion';
import { decodeNarrativeFile, encodeNarrativeFile, type NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId } from '../core/narrative/meta';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { readStamp, removeLeftovers, writeDurably } from './durableFile';
import type { Layout } from './layout';
import { mapBounded } from './queue';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const largestVersion = 512 * 1024 * 1024;
const ending = '.json.gz';

/** How many versions of one narrative are kept. */
export const keptVersions = 40;

/**
 * Narratives as they stood when they were exported, named by what they said: what a file that comes back is
 * compared with. Needs no lock, since a version never changes once it is written.
 */
export class Versions {
  readonly #layout: Layout;
  readonly #now: () => Date;

  constructor(layout: Layout, now: () => Date) {
    this.#layout = layout;
    this.#now = now;
  }

  /** Keeps what was exported; a version that is there already counts as new again. */
  async keep(file: NarrativeFile): Promise<ContentVersion> {
    const version = contentVersion(file.content);
    const path = this.#path(file.meta.id, version);
    try {
      const isThere = (await this.read(file.meta.id, version)) !== null;
      if (isThere) await utimes(path, this.#now(), this.#now());
      else await this.#write(file, version);
      if (!isThere) await this.#thinOut(file.meta.id, version);
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    return version;
  }

  /** Null when there is none, or none that can be read. */
  async read(id: NarrativeId, version: ContentVersion): Promise<NarrativeFile | null> {
    const path = this.#path(id, contentVersionSchema.parse(version));
    return (await readStamp(path)) === null ? null : readVersion(path);
  }

  /** Newest first. */
  async list(id: NarrativeId): Promise<ContentVersion[]> {
    const found: { version: ContentVersion; keptAtMs: number }[] = [];
    for (const name of (await orNullIfMissing(readdir(this.#layout.versionsOf(id)))) ?? []) {
      const version = contentVersionSchema.safeParse(name.slice(0, -ending.length));
      if (!name.endsWith(ending) || !version.success) continue;
      const at = await orNullIfMissing(stat(this.#path(id, version.data)));
      if (at) found.push({ version: version.data, keptAtMs: at.mtimeMs });
    }
    return found
      .sort((a, b) => b.keptAtMs - a.keptAtMs || (a.version < b.version ? -1 : 1))
      .map(({ version }) => version);
  }

  async removeAll(id: NarrativeId): Promise<void> {
    await rm(this.#layout.versionsOf(id), { recursive: true, force: true });
  }

  /** Removes what a process left that was killed while it kept a version. */
  async clearLeftovers(): Promise<void> {
    const { versions } = this.#layout;
    const names = (await orNullIfMissing(readdir(versions))) ?? [];
    await mapBounded(names, 32, (name) => removeLeftovers(join(versions, name)));
  }

  async #write({ meta, content, yjs }: NarrativeFile, version: ContentVersion): Promise<void> {
    try {
      await mkdir(this.#layout.versionsOf(meta.id), { recursive: true });
      // What people said about it lives in the narrative; here only its words are of use.
      const text = encodeNarrativeFile({ meta, content, yjs, review: {} }, this.#now().toISOString());
      await writeDurably(this.#path(meta.id, version), await pack(text));
    } catch (thrown) {
      throw toDiskError(thrown);
    }
  }

  /** The newest stay; the one just kept stays whatever the clock says. */
  async #thinOut(id: NarrativeId, kept: ContentVersion): Promise<void> {
    const others = (await this.list(id)).filter((version) => version !== kept);
    const dropped = others.slice(keptVersions - 1);
    await Promise.all(dropped.map((version) => rm(this.#path(id, version), { force: true })));
  }

  #path(id: NarrativeId, version: ContentVersion): string {
    return join(this.#layout.versionsOf(id), `${version}${ending}`);
  }
}

/** The narrative in a version's file; null when it cannot be read. */
export async function readVersion(path: string): Promise<NarrativeFile | null> {
  try {
    const bytes = await unpack(await readFile(path), { maxOutputLength: largestVersion });
    const { meta, content, yjs, review } = decodeNarrativeFile(bytes.toString('utf8'));
    return { meta, content, yjs, review };
  } catch (thrown) {
    // The system's own codes say that the bytes are bad or gone; any of them means that it is of no use.
    if (thrown instanceof DatelineError || (thrown instanceof Error && 'code' in thrown)) return null;
    throw thrown;
  }
}
