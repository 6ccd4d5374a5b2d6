import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { DatelineError } from '../core/api/errors';
import type { NarrativeId } from '../core/narrative/meta';
import { chooseBackupsToKeep } from './backupPlan';
import { errnoOf, orNullIfMissing, toDiskError } from './diskErrors';
import { removeLeftovers, writeDurably } from './durableFile';
import type { Layout } from './layout';
import { mapBounded } from './queue';
import { parseTimeStamp, toTimeStamp } from './timeStamp';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const hourMs = 60 * 60 * 1000;
const largestBackup = 512 * 1024 * 1024;
const ending = '.json.gz';

export interface BackupName {
  name: string;
  takenAt: Date;
}

/** Compressed copies of narratives' files, by narrative and moment. */
export class Backups {
  readonly #layout: Layout;
  readonly #now: () => Date;
  /** Newest backup of each narrative looked at so far; null where there is none. */
  readonly #newest = new Map<NarrativeId, Date | null>();

  constructor(layout: Layout, now: () => Date) {
    this.#layout = layout;
    this.#now = now;
  }

  /** True when the newest backup of this narrative is an hour old, or lies in the future by a wrong clock. */
  async isDue(id: NarrativeId): Promise<boolean> {
    if (!this.#newest.has(id)) this.#newest.set(id, (await this.list(id))[0]?.takenAt ?? null);
    const newest = this.#newest.get(id) ?? null;
    return newest === null || Math.abs(this.#now().getTime() - newest.getTime()) >= hourMs;
  }

  /** Newest first. */
  async list(id: NarrativeId): Promise<BackupName[]> {
    const files = (await orNullIfMissing(readdir(this.#layout.backupsOf(id)))) ?? [];
    return files
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => {
        const name = file.slice(0, -ending.length);
        const takenAt = parseTimeStamp(name);
        return takenAt ? [{ name, takenAt }] : [];
      })
      .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  }

  /** Keeps a text as a backup and lets go of those that are no longer needed; answers when it was taken. */
  async add(id: NarrativeId, text: string): Promise<Date> {
    const takenAt = this.#now();
    try {
      await mkdir(this.#layout.backupsOf(id), { recursive: true });
      await writeDurably(this.#path(id, toTimeStamp(takenAt)), await pack(text));
      this.#newest.set(id, takenAt);
      await this.#thinOut(id, takenAt);
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    return takenAt;
  }

  /** The text of a backup. Throws `not-found` or `file-damaged`. */
  async read(id: NarrativeId, name: string): Promise<string> {
    const isName = parseTimeStamp(name) !== null;
    const bytes = isName ? await orNullIfMissing(readFile(this.#path(id, name))) : null;
    if (bytes === null) throw new DatelineError('not-found', 'This backup is not there any more.');
    try {
      return (await unpack(bytes, { maxOutputLength: largestBackup })).toString('utf8');
    } catch (thrown) {
      if (errnoOf(thrown) === undefined) throw thrown;
      throw new DatelineError('file-damaged', 'This backup cannot be read.', 'Choose another backup.');
    }
  }

  /** The texts of all backups that can be unpacked, newest first. */
  async *texts(id: NarrativeId): AsyncIterable<string> {
    for (const { name } of await this.list(id)) {
      const text = await this.read(id, name).catch((thrown: unknown) => {
        if (thrown instanceof DatelineError) return null;
        throw thrown;
      });
      if (text !== null) yield text;
    }
  }

  async removeAll(id: NarrativeId): Promise<void> {
    await rm(this.#layout.backupsOf(id), { recursive: true, force: true });
    this.#newest.delete(id);
  }

  /** Removes what a process left that was killed while it wrote a backup. */
  async clearLeftovers(): Promise<void> {
    const { backups } = this.#layout;
    await mapBounded(await readdir(backups), 32, (name) => removeLeftovers(join(backups, name)));
  }

  async #thinOut(id: NarrativeId, now: Date): Promise<void> {
    const all = await this.list(id);
    const kept = new Set(
      chooseBackupsToKeep(
        all.map(({ takenAt }) => takenAt),
        now,
      ).map((moment) => moment.getTime()),
    );
    const dropped = all.filter(({ takenAt }) => !kept.has(takenAt.getTime()));
    await Promise.all(dropped.map(({ name }) => rm(this.#path(id, name), { force: true })));
  }

  #path(id: NarrativeId, name: string): string {
    return join(this.#layout.backupsOf(id), `${name}${ending}`);
  }
}
