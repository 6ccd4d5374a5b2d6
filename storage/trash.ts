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
import { ageTrash } from './trashAge';

interface Trashed {
  file: string;
  heading: string;
  trashedAt: Date;
  dueSince: Date | null;
}

/** Narratives that were put away, one file each, named `<id>~<moment>.json`. */
export class Trash {
  readonly #parts: LibraryParts;
  readonly #entries = new Map<NarrativeId, Trashed>();

  private constructor(parts: LibraryParts) {
    this.#parts = parts;
  }

  /** Reads what is in the trash and erases what is spent, see `ageTrash`. */
  static async open(parts: LibraryParts): Promise<Trash> {
    const trash = new Trash(parts);
    for (const file of await readdir(parts.layout.trash)) await trash.#addFound(file);
    const now = parts.ports.now();
    for (const [id, trashed] of [...trash.#entries]) {
      const { dueSince, isSpent } = ageTrash(trashed, now);
      if (isSpent) await trash.erase(id);
      else trash.#set(id, { ...trashed, dueSince });
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
    this.#set(id, { file, heading, trashedAt, dueSince: null });
    index.remove(id);
  }

  /** Answers the id it has now: another one when its own was taken in the meantime. */
  async takeOut(id: NarrativeId): Promise<NarrativeId> {
    const { layout, ports } = this.#parts;
    const { file } = this.#find(id);
    const isTaken = (await readStamp(layout.narrative(id))) !== null;
    const newId = isTaken ? ports.newId() : id;
    await moveBoth(join(layout.trash, file), layout.narrative(newId));
    this.#remove(id, file);
    return newId;
  }

  async erase(id: NarrativeId): Promise<void> {
    const { layout, index, backups, versions, mirrors } = this.#parts;
    const { file } = this.#find(id);
    try {
      await rm(join(layout.trash, file), { force: true });
      await rm(join(layout.trash, `${file}.prev`), { force: true });
      await syncFolder(layout.trash);
      const kept = [() => backups.removeAll(id), () => versions.removeAll(id), () => mirrors.remove(id)];
      if (!index.entries.has(id)) await Promise.all(kept.map((removeAll) => removeAll()));
    } catch (thrown) {
      throw toDiskError(thrown);
    }
    this.#remove(id, file);
  }

  #set(id: NarrativeId, trashed: Trashed): void {
    this.#entries.set(id, trashed);
    const { file, heading, dueSince } = trashed;
    this.#parts.index.setTrashLine(file, { heading, dueSince });
  }

  #remove(id: NarrativeId, file: string): void {
    this.#entries.delete(id);
    this.#parts.index.removeTrashLine(file);
  }

  #find(id: NarrativeId): Trashed {
    const found = this.#entries.get(id);
    if (found) return found;
    throw notInTrash();
  }

  /** An older narrative of the same id steps aside under a new one, so that both can be restored. */
  async #makeRoomFor(id: NarrativeId): Promise<void> {
    const older = this.#entries.get(id);
    if (!older) return;
    const { layout, ports } = this.#parts;
    const newId = ports.newId();
    const file = fileName(newId, older.trashedAt);
    await moveBoth(join(layout.trash, older.file), join(layout.trash, file));
    this.#remove(id, older.file);
    this.#set(newId, { ...older, file });
  }

  async #addFound(file: string): Promise<void> {
    const [name = '', stamp = ''] = file.replace(/\.json$/, '').split('~');
    const id = narrativeIdSchema.safeParse(name);
    const trashedAt = parseTimeStamp(stamp);
    if (!id.success || !trashedAt || file !== fileName(id.data, trashedAt)) return;
    const { layout, index } = this.#parts;
    const line = index.trashLine(file);
    const heading = line?.heading ?? (await readHeading(join(layout.trash, file)));
    this.#set(id.data, { file, heading, trashedAt, dueSince: line?.dueSince ?? null });
  }
}

export function notInTrash(): DatelineError {
  return new DatelineError('not-found', 'This narrative is not in the trash any more.');
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
