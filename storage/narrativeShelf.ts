import type { NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId } from '../core/narrative/meta';
import type { LibraryParts } from './libraryParts';
import { NarrativeRecord } from './narrativeRecord';

const atMost = 64;

/** The records in use. Idle ones are let go, oldest first, so that a search over everything costs no memory. */
export class NarrativeShelf {
  readonly #parts: LibraryParts;
  readonly #records = new Map<NarrativeId, NarrativeRecord>();

  constructor(parts: LibraryParts) {
    this.#parts = parts;
  }

  record(id: NarrativeId): NarrativeRecord {
    const known = this.#records.get(id);
    const record = known ?? new NarrativeRecord(id, this.#parts, (file) => this.#saveCopy(file));
    // Deleting first moves it to the young end of the map.
    this.#records.delete(id);
    this.#records.set(id, record);
    if (!known) this.#letGo(id);
    return record;
  }

  /** Forgets what was known of a file that is gone. */
  forget(id: NarrativeId): void {
    this.#records.delete(id);
  }

  /** Resolves when nothing is being read or written any more. */
  async settle(): Promise<void> {
    await Promise.all([...this.#records.values()].map((record) => record.exclusively(async () => undefined)));
  }

  async #saveCopy(file: NarrativeFile): Promise<void> {
    await this.record(file.meta.id).write(file);
  }

  #letGo(newest: NarrativeId): void {
    for (const [id, record] of this.#records) {
      if (this.#records.size <= atMost) return;
      if (record.isIdle && id !== newest) this.#records.delete(id);
    }
  }
}
