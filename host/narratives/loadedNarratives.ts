import type { Notice } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Emit } from '../events/eventHub';
import { narrativeGone } from './narrativeErrors';
import { createSerialWriter, type SerialWriter } from './serialWriter';
import { openSharedNarrative, type SharedNarrative } from './sharedNarrative';

export interface LoadedNarrativesOptions {
  store: LibraryStore;
  now: () => Date;
  emit: Emit;
  /** Hears of every narrative that became durable, for the search index. */
  onWritten: (id: NarrativeId) => void;
  /** Clean narratives kept in memory; one may take several megabytes. */
  keptInMemory?: number;
}

interface Loaded {
  readonly narrative: SharedNarrative;
  /** What reading the file had to tell, until a window was told. */
  notices: Notice[];
  writer: SerialWriter<string>;
  /** True from the moment a change is accepted until a write that holds it has ended well. */
  isDirty: boolean;
  /** Ends the hold that keeps outside changes to the file apart from ours. */
  release: () => void;
}

/** Enough for who works alone. */
const usuallyKept = 8;

/** The narratives in memory and how they get to disk; those used last stay, and those not yet written always do. */
export class LoadedNarratives {
  readonly #options: LoadedNarrativesOptions;
  readonly #loading = new Map<NarrativeId, Promise<Loaded>>();
  /** Oldest use first. */
  readonly #loaded = new Map<NarrativeId, Loaded>();

  constructor(options: LoadedNarrativesOptions) {
    this.#options = options;
  }

  /** What is in memory of a narrative, without reading anything. */
  known(id: NarrativeId): SharedNarrative | null {
    return this.#loaded.get(id)?.narrative ?? null;
  }

  async load(id: NarrativeId): Promise<Loaded> {
    if (!this.#options.store.has(id)) throw narrativeGone();
    const known = this.#loaded.get(id);
    if (known) {
      this.#loaded.delete(id);
      this.#loaded.set(id, known);
      return known;
    }
    const pending = this.#loading.get(id) ?? this.#read(id).finally(() => this.#loading.delete(id));
    this.#loading.set(id, pending);
    return pending;
  }

  /** Resolves with the time once all that was accepted is durable; after a failure it is still in memory. */
  write(entry: Loaded): Promise<string> {
    entry.isDirty = true;
    return entry.writer.write();
  }

  /** Writes what is not durable yet and drops the narrative; rejects, and keeps it, when that fails. */
  async settle(id: NarrativeId): Promise<void> {
    await this.#loading.get(id)?.catch(() => null);
    const entry = this.#loaded.get(id);
    if (!entry) return;
    await finishWriting(entry);
    this.#drop(id, entry);
  }

  /** Tries to write everything that is not durable yet; rejects with the first reason after trying all. */
  async flush(): Promise<void> {
    const results = await Promise.allSettled([...this.#loaded.values()].map(finishWriting));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  async #read(id: NarrativeId): Promise<Loaded> {
    // Held before it is read, so that no outside change can slip in between.
    const release = this.#options.store.hold(id);
    try {
      const { file, notices } = await this.#options.store.read(id);
      const narrative = openSharedNarrative(file);
      const writer = createSerialWriter(() => this.#writeNow(id, entry));
      const entry: Loaded = { narrative, notices, release, isDirty: false, writer };
      this.#loaded.set(id, entry);
      this.#makeRoom();
      return entry;
    } catch (thrown) {
      release();
      throw thrown;
    }
  }

  async #writeNow(id: NarrativeId, entry: Loaded): Promise<string> {
    const { store, emit, onWritten } = this.#options;
    // It may have been put in the trash while this write waited; writing would bring it back.
    if (!store.has(id)) throw narrativeGone();
    entry.isDirty = false;
    try {
      const { savedAt, notices } = await store.write(entry.narrative.file());
      for (const notice of notices) emit({ event: 'library.notice', data: notice });
      onWritten(id);
      emit({ event: 'library.changed', data: {} });
      return savedAt;
    } catch (thrown) {
      entry.isDirty = true;
      throw thrown;
    }
  }

  #makeRoom(): void {
    const { keptInMemory = usuallyKept } = this.#options;
    for (const [id, entry] of this.#loaded) {
      if (this.#loaded.size <= keptInMemory) return;
      if (!entry.isDirty) this.#drop(id, entry);
    }
  }

  #drop(id: NarrativeId, entry: Loaded): void {
    this.#loaded.delete(id);
    entry.release();
  }
}

async function finishWriting(entry: Loaded): Promise<void> {
  await entry.writer.idle();
  if (entry.isDirty) await entry.writer.write();
}
