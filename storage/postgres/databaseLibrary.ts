import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NarrativeSummary, Notice } from '../../core/api/shapes';
import { encodeNarrativeFile, type NarrativeFile } from '../../core/format/narrativeFile';
import { type NarrativeId, type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import { writeDurably } from '../durableFile';
import { layoutOf } from '../layout';
import { openLibrary } from '../library';
import type {
  BackupEntry,
  ErasureProof,
  LibraryStore,
  OutsideChange,
  StoragePorts,
  Trace,
  TrashEntry,
  VerifyReport,
} from '../libraryStore';
import { createQueue, type Queue } from '../queue';
import { toTimeStamp } from '../timeStamp';
import type { Database, DatabaseNotice } from './database';
import { NarrativeRows } from './narrativeRows';
import { VersionFiles } from './versionFiles';

export interface DatabaseLibraryOptions {
  /** An empty folder of this process alone: what it works on, and what the workers read. Nothing in it is missed. */
  folder: string;
  database: Database;
  /** The name of this process, which no other has. */
  self: string;
  ports: StoragePorts;
  report: (thrown: unknown) => void;
}

/**
 * Opens a library that is kept in a database, for any number of processes. Each works on a copy of its own; what counts
 * is the database: a promise that resolves means that it is durable there. Throws `unreachable`.
 */
export async function openDatabaseLibrary(options: DatabaseLibraryOptions): Promise<LibraryStore> {
  const { folder, database, self, ports } = options;
  const rows = new NarrativeRows(database, self);
  const layout = layoutOf(folder);
  await mkdir(layout.narratives, { recursive: true });
  await mkdir(layout.trash, { recursive: true });
  const metas = new Map<NarrativeId, NarrativeMeta>();
  for (const { id, file, savedAt, trashedAt } of await rows.all()) {
    const name =
      trashedAt === null ? layout.narrative(id) : join(layout.trash, `${id}~${toTimeStamp(trashedAt)}.json`);
    await writeDurably(name, encodeNarrativeFile(file, savedAt));
    metas.set(id, file.meta);
  }
  const local = await openLibrary(folder, ports);
  const versions = new VersionFiles(layout, database);
  return new DatabaseLibrary({ ...options, rows, local, files: versions, metas });
}

interface Parts extends DatabaseLibraryOptions {
  rows: NarrativeRows;
  local: LibraryStore;
  files: VersionFiles;
  /** Descriptions as this process and the database had them last. */
  metas: Map<NarrativeId, NarrativeMeta>;
}

class DatabaseLibrary implements LibraryStore {
  readonly folder: string;
  readonly versions: LibraryStore['versions'];
  readonly mirrors: LibraryStore['mirrors'];
  readonly #parts: Parts;
  /** What is done with one narrative follows each other, so that an older state never lands on a newer one. */
  readonly #turns = new Map<NarrativeId, Queue>();
  readonly #hearing = createQueue();
  readonly #outside = new Set<(change: OutsideChange) => void>();
  readonly #lists = new Set<() => void>();
  readonly #stopListening: () => Promise<void>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.folder = parts.folder;
    this.versions = versionsOver(parts);
    this.mirrors = parts.local.mirrors;
    this.#stopListening = parts.database.listen({
      onNotice: (notice) => this.#later(() => this.#hear(notice)),
      onBack: () => this.#later(() => this.#catchUp()),
    });
  }

  summaries = (): NarrativeSummary[] => this.#parts.local.summaries();
  read: LibraryStore['read'] = (id) => this.#parts.local.read(id);
  has = (id: NarrativeId): boolean => this.#parts.local.has(id);
  hold = (id: NarrativeId): (() => void) => this.#parts.local.hold(id);
  listTrash = (): TrashEntry[] => this.#parts.local.listTrash();
  backups = (id: NarrativeId): Promise<BackupEntry[]> => this.#parts.local.backups(id);
  backUp = (id: NarrativeId): Promise<void> => this.#parts.local.backUp(id);
  readBackup: LibraryStore['readBackup'] = (id, name) => this.#parts.local.readBackup(id, name);
  lastBackupAt = (): string | null => this.#parts.local.lastBackupAt();
  notices = (): Notice[] => this.#parts.local.notices();
  tell = (notice: Notice): Notice => this.#parts.local.tell(notice);
  dismissNotices = (notice?: Notice): void => this.#parts.local.dismissNotices(notice);
  verify = (options: { repair: boolean }): Promise<VerifyReport> => this.#parts.local.verify(options);

  write(file: NarrativeFile): Promise<{ savedAt: string; notices: Notice[] }> {
    const { rows, local, ports, metas } = this.#parts;
    const { id } = file.meta;
    return this.#inTurn(id, async () => {
      const merged = await rows.write(file, metas.get(id) ?? null, ports.now());
      metas.set(id, merged.meta);
      const written = await local.write(merged);
      if (merged !== file) this.#tell({ kind: 'ahead', file: merged });
      return written;
    });
  }

  async trash(id: NarrativeId): Promise<void> {
    await this.#parts.rows.trash(id, this.#parts.ports.now());
    await this.#parts.local.trash(id);
  }

  async restore(id: NarrativeId): Promise<NarrativeId> {
    await this.#parts.rows.restore(id);
    return this.#parts.local.restore(id);
  }

  async erase(id: NarrativeId): Promise<void> {
    await this.#parts.rows.erase(id);
    await this.#parts.local.erase(id);
  }

  async eraseForGood(id: NarrativeId): Promise<ErasureProof> {
    const { local, rows, files } = this.#parts;
    await files.pull(id);
    const inDatabase = await this.#traces(id);
    const here = await local.eraseForGood(id);
    await rows.erase(id);
    // Pictures in the database stay: what another process is about to name of them cannot be known here.
    return {
      held: [...inDatabase, ...here.held],
      remaining: [...(await this.#traces(id)), ...here.remaining],
    };
  }

  async addAsset(bytes: Uint8Array, extension: string): Promise<string> {
    const name = await this.#parts.local.addAsset(bytes, extension);
    const text = 'insert into assets (name, bytes) values ($1, $2) on conflict (name) do nothing';
    await this.#parts.database.query(text, [name, Buffer.from(bytes)]);
    return name;
  }

  async readAsset(name: string): Promise<Uint8Array | null> {
    const here = await this.#parts.local.readAsset(name);
    if (here !== null) return here;
    const text = 'select bytes from assets where name = $1';
    const [row] = await this.#parts.database.query<{ bytes: Buffer }>(text, [name]);
    if (!row) return null;
    await this.#parts.local.addAsset(row.bytes, name.split('.').at(-1) ?? '');
    return row.bytes;
  }

  async hasAsset(name: string): Promise<boolean> {
    return (await this.readAsset(name)) !== null;
  }

  onOutsideChange(listener: (change: OutsideChange) => void): () => void {
    this.#outside.add(listener);
    return () => this.#outside.delete(listener);
  }

  onListChange(listener: () => void): () => void {
    this.#lists.add(listener);
    return () => this.#lists.delete(listener);
  }

  async close(): Promise<void> {
    await this.#stopListening();
    await this.#hearing(async () => undefined);
    await this.#parts.local.close();
    await this.#parts.database.close();
  }

  #later(work: () => Promise<void>): void {
    this.#hearing(work).catch((thrown: unknown) => this.#parts.report(thrown));
  }

  async #hear({ by, what, id: named }: DatabaseNotice): Promise<void> {
    const id = narrativeIdSchema.safeParse(named);
    if (by === this.#parts.self || what === 'team' || !id.success) return;
    await this.#inTurn(id.data, () => this.#bringHere(id.data));
  }

  #inTurn<T>(id: NarrativeId, work: () => Promise<T>): Promise<T> {
    const turns = this.#turns.get(id) ?? createQueue();
    this.#turns.set(id, turns);
    return turns(work);
  }

  /** After a time without the database nobody knows what was missed. */
  async #catchUp(): Promise<void> {
    const sums = await this.#parts.rows.sums();
    const ids = new Set([
      ...sums.map(({ id }) => narrativeIdSchema.parse(id)),
      ...this.#parts.local.summaries().map(({ meta }) => meta.id),
    ]);
    for (const id of ids) await this.#inTurn(id, () => this.#bringHere(id));
  }

  /** Makes this process' copy of a narrative what the database says. */
  async #bringHere(id: NarrativeId): Promise<void> {
    const { local, rows, metas } = this.#parts;
    const row = await rows.read(id);
    const isInTrash = local.listTrash().some((entry) => entry.id === id);
    if (row === null || row.trashedAt !== null) {
      if (local.has(id)) {
        await local.trash(id);
        this.#tell({ kind: 'removed', id });
      }
      if (row === null && (isInTrash || local.listTrash().some((entry) => entry.id === id)))
        await local.erase(id);
    } else {
      if (isInTrash) await local.erase(id);
      metas.set(id, row.file.meta);
      await local.write(row.file);
      this.#tell({ kind: 'ahead', file: row.file });
    }
    for (const listener of this.#lists) listener();
  }

  #tell(change: OutsideChange): void {
    for (const listener of this.#outside) listener(change);
  }

  async #traces(id: NarrativeId): Promise<Trace[]> {
    const { query } = this.#parts.database;
    const bodies = await query<{ body: string }>('select body from narratives where id = $1', [id]);
    const versions = await query<{ name: string; bytes: Buffer }>(
      'select name, bytes from version_files where narrative = $1',
      [id],
    );
    return [
      ...bodies.map(({ body }) => toTrace(`database: narratives ${id}`, Buffer.from(body))),
      ...versions.map(({ name, bytes }) => toTrace(`database: version_files ${id} ${name}`, bytes)),
    ];
  }
}

const toTrace = (place: string, bytes: Buffer): Trace => ({
  place,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

/** Versions as every process keeps them: brought here before they are looked at, given to all once kept. */
function versionsOver({ local, files }: Parts): LibraryStore['versions'] {
  const { versions } = local;
  const looked = async <T>(id: NarrativeId, look: () => Promise<T>): Promise<T> => {
    await files.pull(id);
    return look();
  };
  const kept = async <T>(id: NarrativeId, keep: () => Promise<T>): Promise<T> => {
    await files.pull(id);
    const done = await keep();
    await files.push(id);
    return done;
  };
  return {
    entries: (id) => looked(id, () => versions.entries(id)),
    list: (id) => looked(id, () => versions.list(id)),
    lastRead: (id, by) => looked(id, () => versions.lastRead(id, by)),
    read: (id, version) => looked(id, () => versions.read(id, version)),
    keep: (file, why) => kept(file.meta.id, () => versions.keep(file, why)),
    markRead: (file, by) => kept(file.meta.id, () => versions.markRead(file, by)),
    rename: (id, entry, name) => kept(id, () => versions.rename(id, entry, name)),
  };
}
