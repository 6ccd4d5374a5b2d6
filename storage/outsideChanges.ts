import { DatelineError } from '../core/api/errors';
import type { NarrativeId } from '../core/narrative/meta';
import { readStamp } from './durableFile';
import { refreshEntry } from './folderScan';
import { watchFolder } from './folderWatch';
import { idOfFile } from './layout';
import type { LibraryParts } from './libraryParts';
import type { OutsideChange } from './libraryStore';
import type { NarrativeRecord } from './narrativeRecord';
import type { NarrativeShelf } from './narrativeShelf';

/** Notices what others do to the narratives' files while the library is open. */
export class OutsideChanges {
  readonly #parts: LibraryParts;
  readonly #shelf: NarrativeShelf;
  readonly #listeners = new Set<(change: OutsideChange) => void>();
  readonly #listListeners = new Set<() => void>();
  readonly #underWay = new Set<Promise<void>>();
  #stop: (() => void) | null = null;

  constructor(parts: LibraryParts, shelf: NarrativeShelf) {
    this.#parts = parts;
    this.#shelf = shelf;
  }

  start(): void {
    this.#stop = watchFolder(this.#parts.layout.narratives, (name) => {
      const id = idOfFile(name);
      if (id === null) return;
      const look: Promise<void> = this.#lookSafely(id).finally(() => this.#underWay.delete(look));
      this.#underWay.add(look);
    });
  }

  /** Stops watching; resolves when nothing is being looked at any more. */
  async stop(): Promise<void> {
    this.#stop?.();
    await Promise.all(this.#underWay);
  }

  onChange(listener: (change: OutsideChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onListChange(listener: () => void): () => void {
    this.#listListeners.add(listener);
    return () => this.#listListeners.delete(listener);
  }

  async #lookSafely(id: NarrativeId): Promise<void> {
    try {
      await this.#look(id);
    } catch (thrown) {
      const cause = thrown instanceof DatelineError ? ` ${thrown.message}` : '';
      const notice = this.#parts.board.add({
        kind: 'changed-outside',
        message: `This file was changed outside Dateline, and it could not be kept beside yours yet.${cause}`,
        narrativeId: id,
      });
      this.#emit({ kind: 'changed', id, notice });
    }
  }

  async #look(id: NarrativeId): Promise<void> {
    const record = this.#shelf.record(id);
    const isListChanged = await record.exclusively(() => this.#compare(record));
    for (const notice of record.takeNotices()) this.#emit({ kind: 'changed', id, notice });
    if (isListChanged) for (const listener of this.#listListeners) listener();
  }

  /** True when the library's list is another one than before. */
  async #compare(record: NarrativeRecord): Promise<boolean> {
    const { index, layout } = this.#parts;
    const stamp = await readStamp(layout.narrative(record.id));
    const entry = index.entries.get(record.id);
    if (stamp === null) return entry !== undefined && this.#noteRemoval(record.id);
    const isOurs = (await record.adapter.foreignText()) === null && entry !== undefined;
    if (isOurs && entry.mtimeMs === stamp.mtimeMs && entry.size === stamp.size) return false;
    return isOurs || !record.isInUse ? this.#adopt(record) : record.keepBoth();
  }

  /** Nobody has it open, so the new text is the narrative now; what this process wrote stays as a backup. */
  async #adopt(record: NarrativeRecord): Promise<boolean> {
    if (!(await refreshEntry(record.id, this.#parts))) return false;
    if (record.isWritten && (await record.adapter.foreignText()) !== null) await record.backUpLastText();
    return true;
  }

  #noteRemoval(id: NarrativeId): true {
    this.#parts.index.remove(id);
    this.#emit({ kind: 'removed', id });
    return true;
  }

  #emit(change: OutsideChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
