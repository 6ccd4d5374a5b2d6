import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOrNull } from '../core/json/jsonOrNull';
import type { NarrativeId } from '../core/narrative/meta';
import {
  type VersionEntry,
  type VersionEntryId,
  versionEntryIdSchema,
  versionEntrySchema,
} from '../core/review/versions/versionEntry';
import { orNullIfMissing } from './diskErrors';
import { readStamp, writeDurably } from './durableFile';
import type { Layout } from './layout';
import { mapBounded } from './queue';
import { toTimeStamp } from './timeStamp';

const ending = '.json';

/**
 * When, by whom and why contents were kept: one small file each, beside the contents. So any process may add one at any
 * time, nothing has to be rebuilt, and damage to a file costs no other.
 */
export class VersionEntries {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Newest first; what cannot be read is left out. */
  async list(id: NarrativeId): Promise<VersionEntry[]> {
    const names = (await orNullIfMissing(readdir(this.#layout.versionsOf(id)))) ?? [];
    const ids = names.map(entryIdOf).filter((entryId) => entryId !== null);
    const entries = await mapBounded(ids, 32, (entryId) => readEntry(this.#path(id, entryId)));
    return entries
      .filter((entry) => entry !== null)
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1));
  }

  read(id: NarrativeId, entryId: VersionEntryId): Promise<VersionEntry | null> {
    return readEntry(this.#path(id, entryId));
  }

  /** Adds an entry at its moment, or at the next one that has none of this content. */
  async add(id: NarrativeId, entry: Omit<VersionEntry, 'id'>): Promise<VersionEntry> {
    let moment = Date.parse(entry.at);
    let entryId = entryIdAt(moment, entry);
    while ((await readStamp(this.#path(id, entryId))) !== null) {
      moment += 1;
      entryId = entryIdAt(moment, entry);
    }
    const added = { ...entry, id: entryId, at: new Date(moment).toISOString() };
    await this.replace(id, added);
    return added;
  }

  async replace(id: NarrativeId, entry: VersionEntry): Promise<void> {
    await mkdir(this.#layout.versionsOf(id), { recursive: true });
    await writeDurably(this.#path(id, entry.id), `${JSON.stringify(entry)}\n`);
  }

  async remove(id: NarrativeId, entryId: VersionEntryId): Promise<void> {
    await rm(this.#path(id, entryId), { force: true });
  }

  #path(id: NarrativeId, entryId: VersionEntryId): string {
    return join(this.#layout.versionsOf(id), `${versionEntryIdSchema.parse(entryId)}${ending}`);
  }
}

/** The entry that a file name stands for; null for every other name. */
export function entryIdOf(name: string): VersionEntryId | null {
  if (!name.endsWith(ending)) return null;
  return versionEntryIdSchema.safeParse(name.slice(0, -ending.length)).data ?? null;
}

/** The entry in a file; null where there is none, or one that cannot be read. */
export async function readEntry(path: string): Promise<VersionEntry | null> {
  const text = await orNullIfMissing(readFile(path, 'utf8'));
  return versionEntrySchema.safeParse(jsonOrNull(text)).data ?? null;
}

const entryIdAt = (moment: number, { version }: Pick<VersionEntry, 'version'>): VersionEntryId =>
  `${toTimeStamp(new Date(moment))}-${version}`;
