import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeSummary, Notice } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { type NarrativeId, narrativeIdSchema } from '../../core/narrative/meta';
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
import { decodeOrNull } from '../narrativeRecord';
import { createQueue, mapBounded, type Queue } from '../queue';
import { toTimeStamp } from '../timeStamp';
import type { Database, DatabaseNotice } from './database';
import { type KnownNarrative, type NarrativeRow, NarrativeRows } from './narrativeRows';
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
  const known = new Map<NarrativeId, KnownNarrative>();
  // One by one: a whole library may be more than fits into one answer, or into memory.
  await mapBounded(await rows.states(), 4, async ({ id }) => {
    const row = await rows.text(id);
    if (row === null) return;
    const { body, revision, trashedAt } = row;
    const name = trashedAt === null ? layout.narrative(id) : join(layout.trash, trashName(id, trashedAt));
    // As it is, so that opening the folder treats one that this build cannot read as it always does.
    await writeDurably(name, body);
    const stored = decodeOrNull(body);
    if (stored) known.set(id, { meta: stored.file.meta, revision });
  });
  const local = await openLibrary(folder, ports);
  const files = new VersionFiles(layout, database);
  return new DatabaseLibrary({ ...options, rows, local, files, known });
}

/** Of its file in the trash of a library. */
export const trashName = (id: NarrativeId, trashedAt: Date): string => `${id}~${toTimeStamp(trashedAt)}.json`;

interface Parts extends DatabaseLibraryOptions {
  rows: NarrativeRows;
  local: LibraryStore;
  files: VersionFiles;
  /** What this process and the database had in common last; changed in the moment in which it is told. */
  known: Map<NarrativeId, KnownNarrative>;
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
      onNotice: (notice) => this.#hearing(() => this.#hear(notice)).catch(this.#tellUnlessAway),
      onHearing: () => this.#hearing(() => this.#catchUp()).catch(this.#tellUnlessAway),
    });
  }

  summaries = (): NarrativeSummary[] => this.#parts.local.summaries();
  /** In turn, so that nothing another process wrote slips between what is read and what is known of it. */
  read: LibraryStore['read'] = (id) => this.#inTurn(id, () => this.#parts.local.read(id));
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
    const { rows, local, ports } = this.#parts;
    const { id } = file.meta;
    // As it is now: what another process changes while this waits is not in the file, and must not look taken back.
    const known = this.#parts.known.get(id) ?? null;
    return this.#inTurn(id, async () => {
      const { file: merged, revision, isAhead } = await rows.write(file, known, ports.now());
      const written = await local.write(merged);
      if (isAhead) this.#tell({ kind: 'ahead', file: merged, before: file.meta });
      this.#parts.known.set(id, { meta: merged.meta, revision });
      return written;
    });
  }

  trash(id: NarrativeId): Promise<void> {
    const { rows, local, ports } = this.#parts;
    return this.#inTurn(id, async () => {
      await rows.trash(id, ports.now());
      if (local.has(id)) await local.trash(id);
    });
  }

  restore(id: NarrativeId): Promise<NarrativeId> {
    return this.#inTurn(id, async () => {
      await this.#parts.rows.restore(id);
      await this.#bringHere(id);
      return id;
    });
  }

  erase(id: NarrativeId): Promise<void> {
    const { rows, local, known } = this.#parts;
    return this.#inTurn(id, async () => {
      await rows.erase(id);
      known.delete(id);
      if (this.#isInTrash(id)) await local.erase(id);
    });
  }

  eraseForGood(id: NarrativeId): Promise<ErasureProof> {
    const { local, rows, files, known } = this.#parts;
    return this.#inTurn(id, async () => {
      await files.pull(id);
      const inDatabase = await this.#traces(id);
      // The database first: as long as that fails, all of it is still there and can be erased again.
      await rows.erase(id);
      known.delete(id);
      const here = await local.eraseForGood(id);
      // Pictures in the database stay: what another process is about to name of them cannot be known here.
      return {
        held: [...inDatabase, ...here.held],
        remaining: [...(await this.#traces(id)), ...here.remaining],
      };
    });
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

  /** Rejects while the database is away, so that it is done again; anything else would only fail once more. */
  #tellUnlessAway = (thrown: unknown): void => {
    if (thrown instanceof DatelineError && thrown.code === 'unreachable') throw thrown;
    this.#parts.report(thrown);
  };

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

  /** What was told while this process did not hear, nobody tells again. */
  async #catchUp(): Promise<void> {
    const { rows, local, known } = this.#parts;
    const states = new Map((await rows.states()).map((state) => [state.id, state]));
    const here = [...local.summaries().map(({ meta }) => meta.id), ...local.listTrash().map(({ id }) => id)];
    for (const id of new Set([...states.keys(), ...here])) {
      const state = states.get(id);
      const isInStep = state?.revision === known.get(id)?.revision && state?.isTrashed === !local.has(id);
      if (state && isInStep) continue;
      // One that cannot be read must not keep the others back.
      await this.#inTurn(id, () => this.#bringHere(id)).catch(this.#tellUnlessAway);
    }
  }

  /** Makes this process' copy of a narrative what the database says. */
  async #bringHere(id: NarrativeId): Promise<void> {
    const { local, rows, known } = this.#parts;
    const row = await rows.read(id);
    if (row === null || row.trashedAt !== null) await this.#putAway(id, row);
    else {
      const before = known.get(id)?.meta ?? row.file.meta;
      // Taken out of the trash rather than erased there, as its versions and backups are its own.
      if (this.#isInTrash(id)) await (local.has(id) ? local.erase(id) : local.restore(id));
      await local.write(row.file);
      this.#tell({ kind: 'ahead', file: row.file, before });
    }
    if (row) known.set(id, { meta: row.file.meta, revision: row.revision });
    else known.delete(id);
    for (const listener of this.#lists) listener();
  }

  /** Follows what was put in the trash or, with null, erased. */
  async #putAway(id: NarrativeId, row: NarrativeRow | null): Promise<void> {
    const { local } = this.#parts;
    if (local.has(id)) {
      await local.trash(id);
      this.#tell({ kind: 'removed', id });
    } else if (row && !this.#isInTrash(id)) {
      await local.write(row.file);
      await local.trash(id);
    }
    if (row === null && this.#isInTrash(id)) await local.erase(id);
  }

  #isInTrash(id: NarrativeId): boolean {
    return this.#parts.local.listTrash().some((entry) => entry.id === id);
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
  const turns = new Map<NarrativeId, Queue>();
  const inTurn = <T>(id: NarrativeId, work: () => Promise<T>): Promise<T> => {
    const turn = turns.get(id) ?? createQueue();
    turns.set(id, turn);
    return turn(work);
  };
  const looked = <T>(id: NarrativeId, look: () => Promise<T>): Promise<T> =>
    inTurn(id, async () => {
      await files.pull(id);
      return look();
    });
  const kept = <T>(id: NarrativeId, keep: () => Promise<T>): Promise<T> =>
    inTurn(id, async () => {
      await files.pull(id);
      const done = await keep();
      await files.push(id);
      return done;
    });
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
