import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { NarrativeId } from '../../core/narrative/meta';
import { orNullIfMissing, toDiskError } from '../diskErrors';
import { writeDurably } from '../durableFile';
import type { Layout } from '../layout';
import { goneError } from '../narrativeRecord';
import type { Database } from './database';

/** Keeps the versions of narratives the same here and in the database. Their files have names that never clash. */
export class VersionFiles {
  readonly #layout: Layout;
  readonly #database: Database;
  /** Sums of what both sides had last, by narrative and name. */
  readonly #known = new Map<NarrativeId, Map<string, string>>();

  constructor(layout: Layout, database: Database) {
    this.#layout = layout;
    this.#database = database;
  }

  /** Brings here what others kept, and takes away what they removed. */
  async pull(id: NarrativeId): Promise<void> {
    const sums = 'select name, md5(bytes) as sum from version_files where narrative = $1';
    const rows = await this.#database.query<{ name: string; sum: string }>(sums, [id]);
    const known = this.#known.get(id) ?? new Map<string, string>();
    const folder = this.#layout.versionsOf(id);
    try {
      if (rows.length > 0) await mkdir(folder, { recursive: true });
      const here = new Set(await this.#namesHere(id));
      for (const { name, sum } of rows) {
        if (known.get(name) === sum && here.has(name)) continue;
        const bytes = await this.#read(id, name);
        if (bytes !== null) await writeDurably(join(folder, basename(name)), bytes);
      }
      const there = new Set(rows.map(({ name }) => name));
      for (const name of known.keys())
        if (!there.has(name)) await rm(join(folder, basename(name)), { force: true });
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    this.#known.set(id, new Map(rows.map(({ name, sum }) => [name, sum])));
  }

  /**
   * Gives the database what was kept here since the last `pull`, and takes from it what was removed here. Throws
   * `narrative-gone` once the narrative is erased, as nothing may be left of it.
   */
  async push(id: NarrativeId): Promise<void> {
    const known = this.#known.get(id) ?? new Map<string, string>();
    const here = await this.#filesHere(id);
    await this.#database.transaction(async (query) => {
      const narrative = await query('select id from narratives where id = $1 for share', [id]);
      if (narrative.length === 0) throw goneError();
      for (const [name, bytes] of here) {
        if (known.get(name) === md5(bytes)) continue;
        const text = `insert into version_files (narrative, name, bytes) values ($1, $2, $3)
          on conflict (narrative, name) do update set bytes = excluded.bytes`;
        await query(text, [id, name, bytes]);
      }
      const gone = [...known.keys()].filter((name) => !here.has(name));
      if (gone.length > 0)
        await query('delete from version_files where narrative = $1 and name = any($2)', [id, gone]);
    });
    this.#known.set(id, new Map([...here].map(([name, bytes]) => [name, md5(bytes)])));
  }

  async #read(id: NarrativeId, name: string): Promise<Buffer | null> {
    const text = 'select bytes from version_files where narrative = $1 and name = $2';
    const [row] = await this.#database.query<{ bytes: Buffer }>(text, [id, name]);
    return row?.bytes ?? null;
  }

  async #namesHere(id: NarrativeId): Promise<string[]> {
    const names = (await orNullIfMissing(readdir(this.#layout.versionsOf(id)))) ?? [];
    return names.filter((each) => !each.startsWith('.'));
  }

  async #filesHere(id: NarrativeId): Promise<Map<string, Buffer>> {
    const folder = this.#layout.versionsOf(id);
    const files = new Map<string, Buffer>();
    for (const name of await this.#namesHere(id)) {
      const bytes = await orNullIfMissing(readFile(join(folder, name)));
      if (bytes !== null) files.set(name, bytes);
    }
    return files;
  }
}

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
