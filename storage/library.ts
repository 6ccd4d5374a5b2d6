import type { NarrativeSummary, Notice } from '../core/api/shapes';
import type { NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId } from '../core/narrative/meta';
import { countNarrativeWords } from '../core/narrative/partState';
import { Assets } from './assets';
import { Backups } from './backups';
import { removeLeftovers } from './durableFile';
import { eraseForGood } from './eraseForGood';
import { scanNarratives } from './folderScan';
import { KeptFiles } from './keptFiles';
import { type Layout, layoutOf, prepareFolders } from './layout';
import { LibraryIndex } from './libraryIndex';
import type { LibraryParts } from './libraryParts';
import type {
  BackupEntry,
  ErasureProof,
  LibraryStore,
  OutsideChange,
  StoragePorts,
  VerifyReport,
} from './libraryStore';
import { Mirrors } from './mirrors';
import { narrativeCodec } from './narrativeCodec';
import { decodeOrNull } from './narrativeRecord';
import { NarrativeShelf } from './narrativeShelf';
import { NoticeBoard } from './notices';
import { OutsideChanges } from './outsideChanges';
import { markSession } from './sessionMark';
import { Trash } from './trash';
import { verifyLibrary } from './verify';
import { Versions } from './versions';

/**
 * Opens a library folder, making it when it is missing. Only one process may have it open: ask `ownLibrary`
 * first. Throws `library-missing`, `read-only` or `disk-full`.
 */
export async function openLibrary(folder: string, ports: StoragePorts): Promise<LibraryStore> {
  const layout = layoutOf(folder);
  await prepareFolders(layout);
  for (const each of [layout.root, layout.narratives, layout.assets]) await removeLeftovers(each);
  const parts = await openParts(layout, ports);
  const shelf = new NarrativeShelf(parts);
  await scanNarratives(parts, shelf);
  if (parts.index.wasDamaged) noteNewIndex(parts);
  const trash = await Trash.open(parts);
  const takeMarkAway = await markSession(parts);
  const outside = new OutsideChanges(parts, shelf);
  outside.start();
  return new Library({ parts, shelf, trash, outside, takeMarkAway });
}

async function openParts(layout: Layout, ports: StoragePorts): Promise<LibraryParts> {
  const kept = new KeptFiles(layout.kept, ports.now);
  return {
    layout,
    ports,
    kept,
    index: await LibraryIndex.open(layout.index, kept),
    backups: new Backups(layout, ports.now),
    versions: new Versions(layout, ports.now),
    mirrors: new Mirrors(layout),
    board: new NoticeBoard(),
  };
}

function noteNewIndex({ board, index }: LibraryParts): void {
  const count = index.entries.size;
  const narratives = count === 1 ? 'one narrative' : `${count} narratives`;
  const message = `The list of this library was damaged. It was made anew from ${narratives}; nothing is lost.`;
  board.add({ kind: 'index-rebuilt', message });
}

interface OpenLibrary {
  parts: LibraryParts;
  shelf: NarrativeShelf;
  trash: Trash;
  outside: OutsideChanges;
  takeMarkAway: () => Promise<void>;
}

class Library implements LibraryStore {
  readonly folder: string;
  readonly versions: Versions;
  readonly mirrors: Mirrors;
  readonly #open: OpenLibrary;
  readonly #parts: LibraryParts;
  readonly #shelf: NarrativeShelf;
  readonly #assets: Assets;

  constructor(open: OpenLibrary) {
    this.#open = open;
    this.#parts = open.parts;
    this.#shelf = open.shelf;
    this.#assets = new Assets(open.parts.layout.assets);
    this.folder = open.parts.layout.root;
    this.versions = open.parts.versions;
    this.mirrors = open.parts.mirrors;
  }

  summaries(): NarrativeSummary[] {
    return [...this.#parts.index.entries.values()].map(({ summary }) => summary);
  }

  async read(id: NarrativeId): Promise<{ file: NarrativeFile; savedAt: string; notices: Notice[] }> {
    const record = this.#shelf.record(id);
    const { file, savedAt } = await record.read();
    return { file, savedAt, notices: record.takeNotices() };
  }

  async write(file: NarrativeFile): Promise<{ savedAt: string; notices: Notice[] }> {
    const record = this.#shelf.record(file.meta.id);
    const savedAt = await record.write(file);
    return { savedAt, notices: record.takeNotices() };
  }

  has(id: NarrativeId): boolean {
    return this.#parts.index.entries.has(id);
  }

  hold(id: NarrativeId): () => void {
    return this.#shelf.record(id).hold();
  }

  async trash(id: NarrativeId): Promise<void> {
    await this.#shelf.record(id).exclusively(() => this.#open.trash.put(id));
    this.#shelf.forget(id);
  }

  async restore(id: NarrativeId): Promise<NarrativeId> {
    const restored = await this.#open.trash.takeOut(id);
    this.#shelf.forget(restored);
    const record = this.#shelf.record(restored);
    try {
      await record.read();
    } catch (thrown) {
      // What cannot be read stays where a person can see it.
      await record.exclusively(() => this.#open.trash.put(restored));
      throw thrown;
    }
    return restored;
  }

  erase(id: NarrativeId): Promise<void> {
    return this.#open.trash.erase(id);
  }

  eraseForGood(id: NarrativeId): Promise<ErasureProof> {
    return eraseForGood(id, { parts: this.#parts, trash: this.#open.trash });
  }

  listTrash(): ReturnType<LibraryStore['listTrash']> {
    return this.#open.trash.list();
  }

  /** Backups that cannot be read are left out, since there is nothing to restore from them. */
  async backups(id: NarrativeId): Promise<BackupEntry[]> {
    const { backups } = this.#parts;
    const entries: BackupEntry[] = [];
    for (const { name, takenAt } of await backups.list(id)) {
      const stored = decodeOrNull(await backups.read(id, name).catch(() => ''));
      if (!stored) continue;
      entries.push({ name, takenAt: takenAt.toISOString(), words: countNarrativeWords(stored.file.content) });
    }
    return entries;
  }

  backUp(id: NarrativeId): Promise<void> {
    return this.#shelf.record(id).backUp();
  }

  async readBackup(id: NarrativeId, name: string): Promise<NarrativeFile> {
    const stored = narrativeCodec.decode(await this.#parts.backups.read(id, name));
    return this.#shelf.record(id).underOwnId(stored).file;
  }

  lastBackupAt(): string | null {
    return this.#parts.index.lastBackupAt;
  }

  addAsset(bytes: Uint8Array, extension: string): Promise<string> {
    return this.#assets.add(bytes, extension);
  }

  hasAsset(name: string): Promise<boolean> {
    return this.#assets.has(name);
  }

  readAsset(name: string): Promise<Uint8Array | null> {
    return this.#assets.read(name);
  }

  notices(): Notice[] {
    return this.#parts.board.all();
  }

  tell(notice: Notice): Notice {
    return this.#parts.board.add(notice);
  }

  dismissNotices(notice?: Notice): void {
    this.#parts.board.putAway(notice);
  }

  onOutsideChange(listener: (change: OutsideChange) => void): () => void {
    return this.#open.outside.onChange(listener);
  }

  onListChange(listener: () => void): () => void {
    return this.#open.outside.onListChange(listener);
  }

  verify({ repair }: { repair: boolean }): Promise<VerifyReport> {
    return verifyLibrary({ parts: this.#parts, shelf: this.#shelf, repair });
  }

  async close(): Promise<void> {
    await this.#open.outside.stop();
    await this.#shelf.settle();
    // Every narrative is on disk by now. A list or a mark that a full disk refuses is put right at the next start.
    await Promise.allSettled([this.#parts.index.flush()]);
    await Promise.allSettled([this.#open.takeMarkAway()]);
  }
}
