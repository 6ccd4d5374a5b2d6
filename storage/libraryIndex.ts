import { Low } from 'lowdb';
import { z } from 'zod';
import { DatelineError } from '../core/api/errors';
import { type NarrativeSummary, narrativeSummarySchema } from '../core/api/shapes';
import type { NarrativeId } from '../core/narrative/meta';
import type { FileStamp } from './durableFile';
import { DurableJsonAdapter, type TextCodec } from './durableJsonAdapter';
import type { KeptFiles } from './keptFiles';

const indexSchema = z.object({
  format: z.literal('dateline-library'),
  version: z.literal(1),
  lastBackupAt: z.iso.datetime().nullable(),
  narratives: z.array(z.object({ mtimeMs: z.number(), size: z.number(), summary: narrativeSummarySchema })),
  trash: z.array(
    z.object({ file: z.string(), heading: z.string(), dueSince: z.iso.datetime().nullable().default(null) }),
  ),
});
type IndexFile = z.infer<typeof indexSchema>;

/** A narrative's line with the state of the file it was taken from. */
export interface IndexEntry {
  summary: NarrativeSummary;
  mtimeMs: number;
  size: number;
}

/** What is remembered of a file in the trash. */
interface TrashLine {
  heading: string;
  /** Since when its 30 days are over, as the clock said; null before. */
  dueSince: Date | null;
}

const idleMs = 2000;
const emptyIndex: IndexFile = {
  format: 'dateline-library',
  version: 1,
  lastBackupAt: null,
  narratives: [],
  trash: [],
};

const indexCodec: TextCodec<IndexFile> = {
  encode: (index) => `${JSON.stringify(index)}\n`,
  decode: (text) => {
    try {
      return indexSchema.parse(JSON.parse(text));
    } catch {
      throw new DatelineError('file-damaged', 'The list of this library cannot be read.');
    }
  },
};

/**
 * All summaries in memory, and `library.json` as their copy on disk. The file only saves time at the next start:
 * it is written when nothing happened for a while, and whatever it lacks is read from the narratives again.
 */
export class LibraryIndex {
  readonly entries: Map<NarrativeId, IndexEntry>;
  readonly #trash: Map<string, TrashLine>;
  /** True when there was a list that could not be used, so that everything has to be read again. */
  readonly wasDamaged: boolean;
  #lastBackupAt: string | null;
  readonly #db: Low<IndexFile>;
  #timer: NodeJS.Timeout | null = null;

  private constructor(db: Low<IndexFile>, wasDamaged: boolean) {
    this.#db = db;
    this.wasDamaged = wasDamaged;
    this.entries = new Map(db.data.narratives.map((entry) => [entry.summary.meta.id, entry]));
    this.#trash = new Map(
      db.data.trash.map(({ file, heading, dueSince }) => [
        file,
        { heading, dueSince: dueSince === null ? null : new Date(dueSince) },
      ]),
    );
    this.#lastBackupAt = db.data.lastBackupAt;
  }

  static async open(path: string, kept: KeptFiles): Promise<LibraryIndex> {
    const keepDamaged = async (): Promise<void> => {
      await kept.keep(path);
    };
    const adapter = new DurableJsonAdapter<IndexFile>({ path, codec: indexCodec, keepDamaged });
    const db = new Low<IndexFile>(adapter, emptyIndex);
    try {
      await db.read();
    } catch (thrown) {
      if (!(thrown instanceof DatelineError)) throw thrown;
      await kept.moveIn(path);
      return new LibraryIndex(db, true);
    }
    return new LibraryIndex(db, false);
  }

  get lastBackupAt(): string | null {
    return this.#lastBackupAt;
  }

  noteBackup(takenAt: Date): void {
    this.#lastBackupAt = takenAt.toISOString();
    this.#writeLater();
  }

  set(summary: NarrativeSummary, { mtimeMs, size }: Omit<FileStamp, 'ino'>): void {
    this.entries.set(summary.meta.id, { summary, mtimeMs, size });
    this.#writeLater();
  }

  /** The same text stands in a file written anew. */
  noteStamp(id: NarrativeId, stamp: Omit<FileStamp, 'ino'> | null): void {
    const entry = this.entries.get(id);
    if (entry && stamp) this.set(entry.summary, stamp);
  }

  remove(id: NarrativeId): void {
    if (this.entries.delete(id)) this.#writeLater();
  }

  trashLine(file: string): TrashLine | null {
    return this.#trash.get(file) ?? null;
  }

  setTrashLine(file: string, line: TrashLine): void {
    const before = this.#trash.get(file);
    this.#trash.set(file, line);
    const isSame =
      before?.heading === line.heading && before.dueSince?.getTime() === line.dueSince?.getTime();
    if (!isSame) this.#writeLater();
  }

  removeTrashLine(file: string): void {
    if (this.#trash.delete(file)) this.#writeLater();
  }

  /** Writes what is pending. Throws `disk-full` or `read-only`. */
  async flush(): Promise<void> {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#db.data = {
      ...emptyIndex,
      lastBackupAt: this.#lastBackupAt,
      narratives: [...this.entries.values()],
      trash: [...this.#trash].map(([file, { heading, dueSince }]) => ({
        file,
        heading,
        dueSince: dueSince?.toISOString() ?? null,
      })),
    };
    await this.#db.write();
  }

  #writeLater(): void {
    if (this.#timer) clearTimeout(this.#timer);
    // A list that could not be written is made anew at the next start, so this failure costs nobody anything.
    this.#timer = setTimeout(() => void Promise.allSettled([this.flush()]), idleMs);
    this.#timer.unref();
  }
}
