import type { NarrativeSummary, Notice } from '../core/api/shapes';
import type { NarrativeFile } from '../core/format/narrativeFile';
import type { NarrativeId, NarrativeMeta } from '../core/narrative/meta';
import type { Mirrors } from './mirrors';
import type { Versions } from './versions';

/** What storage needs from outside; tests give a fixed clock, nothing else is faked. */
export interface StoragePorts {
  now: () => Date;
  /** A new random narrative id, for copies that are kept beside their original. */
  newId: () => NarrativeId;
}

export interface TrashEntry {
  id: NarrativeId;
  heading: string;
  trashedAt: string;
}

export interface BackupEntry {
  name: string;
  takenAt: string;
  words: number;
}

export interface VerifyReport {
  checked: number;
  /** One entry per damaged, unreadable, newer or foreign file; `repaired` says what was done about it. */
  problems: { file: string; code: string; message: string; repaired: string | null }[];
  /**
   * Pictures and attached files that nothing names; `movedTo` says where a repair put them, and `size` is in bytes.
   * Null when that cannot be known, as not every file could be read.
   */
  unused: { file: string; size: number; movedTo: string | null }[] | null;
}

/** Something that is kept of a narrative. */
export interface Trace {
  /** Where it is, relative to the library. */
  place: string;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  bytes: number;
}

/** What was kept of a narrative before it was erased, and what is found of it afterwards. */
export interface ErasureProof {
  held: Trace[];
  remaining: Trace[];
}

export type OutsideChange =
  /** Somebody else wrote the file; `notice` says where the outside version was kept. */
  | { kind: 'changed'; id: NarrativeId; notice: Notice }
  | { kind: 'removed'; id: NarrativeId }
  /**
   * Another process over the same database wrote; the file holds that and all that was durable here. `before` is the
   * description that was known here when it did.
   */
  | { kind: 'ahead'; file: NarrativeFile; before: NarrativeMeta };

/**
 * A library folder, owned by this process. All files are written durably: a promise that resolves means the
 * bytes are on disk. Failures are `DatelineError`s (`disk-full`, `read-only`, `file-damaged`,
 * `file-from-future`, `narrative-gone`, …).
 */
export interface LibraryStore {
  readonly folder: string;
  /** Narratives as they stood, to go back to and to compare with. */
  readonly versions: Pick<
    Versions,
    'entries' | 'keep' | 'lastRead' | 'list' | 'markRead' | 'read' | 'rename'
  >;
  /** Folders that show narratives, and what stands in them. */
  readonly mirrors: Pick<Mirrors, 'list' | 'read' | 'remove' | 'write'>;
  /** Every narrative's line, from memory; order is unspecified. */
  summaries(): NarrativeSummary[];
  /** Reads, checks and, where needed, migrates a narrative (keeping a copy first); falls back to its previous generation. */
  read(id: NarrativeId): Promise<{ file: NarrativeFile; savedAt: string; notices: Notice[] }>;
  /** Writes one narrative; its summary is updated in memory at once and in the index file later. */
  write(file: NarrativeFile): Promise<{ savedAt: string; notices: Notice[] }>;
  has(id: NarrativeId): boolean;
  /**
   * Says that a window has this narrative open, until the returned function is called. Call it before the
   * `read` whose text the window shows. An outside change to a held file is kept as a copy and ours is put back
   * at once; to any other it simply becomes the narrative.
   */
  hold(id: NarrativeId): () => void;

  trash(id: NarrativeId): Promise<void>;
  /** Answers the id it has now: a new one when its own was taken in the meantime. */
  restore(id: NarrativeId): Promise<NarrativeId>;
  erase(id: NarrativeId): Promise<void>;
  /** Erases what is in the trash with all that was ever kept of it, and looks whether anything is left. */
  eraseForGood(id: NarrativeId): Promise<ErasureProof>;
  listTrash(): TrashEntry[];

  backups(id: NarrativeId): Promise<BackupEntry[]>;
  /** Keeps the present file as a backup now: before a restore, for instance. */
  backUp(id: NarrativeId): Promise<void>;
  readBackup(id: NarrativeId, name: string): Promise<NarrativeFile>;
  lastBackupAt(): string | null;

  /** Stores bytes by their content; the returned name is `<sha256>.<extension>`. */
  addAsset(bytes: Uint8Array, extension: string): Promise<string>;
  /** Null when the asset is missing or its name is not one of ours. */
  readAsset(name: string): Promise<Uint8Array | null>;
  hasAsset(name: string): Promise<boolean>;

  /** Notices gathered since the library was opened (recovered files, rebuilt index, files left alone). */
  notices(): Notice[];
  /** Adds a notice to them. */
  tell(notice: Notice): Notice;
  dismissNotices(notice?: Notice): void;
  /** Tells of files changed or removed by somebody else; returns the unsubscriber. */
  onOutsideChange(listener: (change: OutsideChange) => void): () => void;
  /** Tells that summaries appeared, changed or went by somebody else's hand; returns the unsubscriber. */
  onListChange(listener: () => void): () => void;

  verify(options: { repair: boolean }): Promise<VerifyReport>;
  /** Writes what is pending (index), stops watching, gives the library up. */
  close(): Promise<void>;
}
