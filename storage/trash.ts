import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../core/api/errors';
import { type NarrativeId, narrativeIdSchema } from '../core/narrative/meta';
import { narrativeHeading } from '../core/narrative/partState';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { moveDurably, readStamp, readStamped, syncFolder } from './durableFile';
import type { LibraryParts } from './libraryParts';
import type { TrashEntry } from './libraryStore';
import { decodeOrNull, goneError } from './narrativeRecord';
import { parseTimeStamp, toTimeStamp } from './timeStamp';

const daysKept = 30;
const dayMs = 24 * 60 * 60 * 1000;

interface Trashed {
  file: string;
  heading: string;
  trashedAt: Date;
}

/** Narratives that were put away, one file each, named `<id>~<moment>.json`. */
export class Trash {
  readonly #parts: LibraryParts;
  readonly #entries = new Map<NarrativeId, Trashed>();

  private constructor(parts: LibraryParts) {
    this.#parts = parts;
  }

  /** Reads what is in the trash and erases what has been there for 30 days. */
  static async open(parts: LibraryParts): Promise<Trash> {
    const trash = new Trash(parts);
    for (const file of await readdir(parts.layout.trash)) await trash.#addFound(file);
    const oldest = parts.ports.now().getTime() - daysKept * dayMs;
    for (const [id, { trashedAt }] of [...trash.#entries]) {
      if (trashedAt.getTime() < oldest) await trash.erase(id);
    }
    return trash;
  }

  list(): TrashEntry[] {
    return [...this.#entries].map(([id, { heading, trashedAt }]) => ({
      id,
      heading,
      trashedAt: trashedAt.toISOString(),
    }));
  }

  /** Call it while nothing else touches the narrative's file. */
  async put(id: NarrativeId): Promise<void> {
    const { layout, index, ports } = this.#parts;
    if ((await readStamp(layout.narrative(id))) === null) throw goneError();
    await this.#makeRoomFor(id);
    const trashedAt = ports.now();
    const file = fileName(id, trashedAt);
    const heading = index.entries.get(id)?.summary.heading ?? 'Untitled';
    await moveBoth(layout.narrative(id), join(layout.trash, file));
    this.#entries.set(id, { file, heading, trashedAt });
    index.trashHeadings.set(file, heading);
    index.remove(id);
  }

  /** Answers the id it has now: another one when its own was taken in the meantime. */
  async takeOut(id: NarrativeId): Promise<NarrativeId> {
    const { layout, index, ports } = this.#parts;
    const { file } = this.#find(id);
    const isTaken = (await readStamp(layout.narrative(id))) !== null;
    const newId = isTaken ? ports.newId() : id;
    await moveBoth(join(layout.trash, file), layout.narrative(newId));
    this.#entries.delete(id);
    index.trashHeadings.delete(file);
    return newId;
  }

  async erase(id: NarrativeId): Promise<void> {
    const { layout, index, backups } = this.#parts;
    const { file } = this.#find(id);
    try {
      await rm(join(layout.trash, file), { force: true });
      await rm(join(layout.trash, `${file}.prev`), { force: true });
      await syncFolder(layout.trash);
      if (!index.entries.has(id)) await backups.removeAll(id);
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    this.#entries.delete(id);
    index.trashHeadings.delete(file);
  }

  #find(id: NarrativeId): Trashed {
    const found = this.#entries.get(id);
    if (found) return found;
    throw new DatelineError('not-found', 'This narrative is not in the trash any more.');
  }

  /** An older narrative of the same id steps aside under a new one, so that both can be restored. */
  async #makeRoomFor(id: NarrativeId): Promise<void> {
    const older = this.#entries.get(id);
    if (!older) return;
    const { layout, index, ports } = this.#parts;
    const newId = ports.newId();
    const file = fileName(newId, older.trashedAt);
    await moveBoth(join(layout.trash, older.file), join(layout.trash, file));
    this.#entries.delete(id);
    this.#entries.set(newId, { ...older, file });
    index.trashHeadings.delete(older.file);
    index.trashHeadings.set(file, older.heading);
  }

  async #addFound(file: string): Promise<void> {
    const [name = '', stamp = ''] = file.replace(/\.json$/, '').split('~');
    const id = narrativeIdSchema.safeParse(name);
    const trashedAt = parseTimeStamp(stamp);
    if (!id.success || !trashedAt || file !== fileName(id.data, trashedAt)) return;
    const { layout, index } = this.#parts;
    const heading = index.trashHeadings.get(file) ?? (await readHeading(join(layout.trash, file)));
    index.trashHeadings.set(file, heading);
    this.#entries.set(id.data, { file, heading, trashedAt });
  }
}

function fileName(id: NarrativeId, trashedAt: Date): string {
  return `${id}~${toTimeStamp(trashedAt)}.json`;
}

async function moveBoth(from: string, to: string): Promise<void> {
  await orNullIfMissing(moveDurably(`${from}.prev`, `${to}.prev`));
  await moveDurably(from, to);
}

async function readHeading(path: string): Promise<string> {
  const found = await readStamped(path);
  const stored = found && decodeOrNull(found.text);
  return stored ? narrativeHeading(stored.file.content, stored.file.meta.name) : 'Untitled';
}
