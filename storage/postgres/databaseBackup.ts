import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import { orNullIfMissing } from '../diskErrors';
import { layoutOf } from '../layout';
import { openLibrary } from '../library';
import type { LibraryStore, StoragePorts } from '../libraryStore';
import { copyTeam } from '../team/copyTeam';
import { openFolderTeamStore } from '../team/folderTeamStore';
import { Database, type Query } from './database';
import { openDatabaseLibrary, trashName } from './databaseLibrary';
import { openDatabaseTeamStore } from './databaseTeamStore';

export interface DatabaseCopyOptions {
  url: string;
  /** An empty folder; a library with its team afterwards, or the one to bring into the database. */
  folder: string;
  /** The name of this process, which no other has. */
  self: string;
  ports: StoragePorts;
}

/** Copies all that a database holds of a library and its team into an empty folder, while it is in use or not. */
export async function copyDatabaseToFolder({ url, folder, self, ports }: DatabaseCopyOptions): Promise<void> {
  const database = await Database.open(url);
  const store = await openDatabaseLibrary({ folder, database, self, ports, report: () => undefined });
  const teamStore = openDatabaseTeamStore(await Database.open(url), self);
  try {
    const ids = [...store.summaries().map(({ meta }) => meta.id), ...store.listTrash().map(({ id }) => id)];
    // Looking at its versions brings them here, as reading brings a picture.
    for (const id of ids) await store.versions.entries(id);
    const assets = await database.query<{ name: string }>('select name from assets');
    for (const { name } of assets) await store.readAsset(name);
    await copyTeam(teamStore, await openFolderTeamStore(folder));
  } finally {
    await teamStore.close();
    await store.close();
  }
}

/**
 * Brings a library with its team and its trash out of a folder into a database that holds none, all of it or nothing.
 * Throws `bad-request` where it holds one.
 */
export async function copyFolderToDatabase({ url, folder, self, ports }: DatabaseCopyOptions): Promise<void> {
  const database = await Database.open(url);
  const local = await openLibrary(folder, ports);
  try {
    await database.transaction(async (query) => {
      await refuseFull(query);
      await copyNarratives(query, local);
      await copyTrash(query, local);
      await copyAssets(query, local);
      const inside = { query, transaction: <T>(work: (own: Query) => Promise<T>) => work(query) };
      const listening = { listen: database.listen.bind(database), close: async () => undefined };
      await copyTeam(
        await openFolderTeamStore(folder),
        openDatabaseTeamStore({ ...inside, ...listening }, self),
      );
    });
  } finally {
    await local.close();
    await database.close();
  }
}

async function copyNarratives(query: Query, local: LibraryStore): Promise<void> {
  for (const { meta } of local.summaries()) {
    const { file, savedAt } = await local.read(meta.id);
    const text = 'insert into narratives (id, body, saved_at) values ($1, $2, $3)';
    await query(text, [meta.id, encodeNarrativeFile(file, savedAt), savedAt]);
    await copyVersions(query, local, meta.id);
  }
}

async function copyTrash(query: Query, local: LibraryStore): Promise<void> {
  const { trash } = layoutOf(local.folder);
  for (const { id, trashedAt } of local.listTrash()) {
    const body = await readFile(join(trash, trashName(id, new Date(trashedAt))), 'utf8');
    const text = 'insert into narratives (id, body, saved_at, trashed_at) values ($1, $2, $3, $3)';
    await query(text, [id, body, trashedAt]);
    await copyVersions(query, local, id);
  }
}

async function copyVersions(query: Query, local: LibraryStore, id: NarrativeId): Promise<void> {
  const versions = layoutOf(local.folder).versionsOf(id);
  for (const name of (await orNullIfMissing(readdir(versions))) ?? []) {
    const text = 'insert into version_files (narrative, name, bytes) values ($1, $2, $3)';
    await query(text, [id, name, await readFile(join(versions, name))]);
  }
}

async function copyAssets(query: Query, local: LibraryStore): Promise<void> {
  for (const name of await readdir(layoutOf(local.folder).assets)) {
    const bytes = await local.readAsset(name);
    const text = 'insert into assets (name, bytes) values ($1, $2)';
    if (bytes !== null) await query(text, [name, Buffer.from(bytes)]);
  }
}

async function refuseFull(query: Query): Promise<void> {
  const [held] = await query('select id from narratives union select id from members limit 1');
  if (held === undefined) return;
  throw new DatelineError(
    'bad-request',
    'This database holds a library already, which is left as it is.',
    'Name an empty database.',
  );
}
