import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import { orNullIfMissing } from '../diskErrors';
import { layoutOf } from '../layout';
import { openLibrary } from '../library';
import type { StoragePorts } from '../libraryStore';
import { copyTeam } from '../team/copyTeam';
import { openFolderTeamStore } from '../team/folderTeamStore';
import { Database } from './database';
import { openDatabaseLibrary } from './databaseLibrary';
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

/** Brings a library with its team out of a folder into a database that holds none. Throws `bad-request` where it does. */
export async function copyFolderToDatabase({ url, folder, self, ports }: DatabaseCopyOptions): Promise<void> {
  const database = await Database.open(url);
  const teamStore = openDatabaseTeamStore(database, self);
  const local = await openLibrary(folder, ports);
  try {
    await refuseFull(database);
    for (const { meta } of local.summaries()) {
      const { file, savedAt } = await local.read(meta.id);
      const text = 'insert into narratives (id, body, saved_at) values ($1, $2, $3)';
      await database.query(text, [meta.id, encodeNarrativeFile(file, savedAt), savedAt]);
      await copyVersions(database, folder, meta.id);
    }
    const { assets } = layoutOf(folder);
    for (const name of await readdir(assets)) {
      const bytes = await local.readAsset(name);
      if (bytes !== null)
        await database.query('insert into assets (name, bytes) values ($1, $2)', [name, Buffer.from(bytes)]);
    }
    await copyTeam(await openFolderTeamStore(folder), teamStore);
  } finally {
    await local.close();
    await teamStore.close();
  }
}

async function copyVersions(database: Database, folder: string, id: NarrativeId): Promise<void> {
  const versions = layoutOf(folder).versionsOf(id);
  for (const name of (await orNullIfMissing(readdir(versions))) ?? []) {
    const text = 'insert into version_files (narrative, name, bytes) values ($1, $2, $3)';
    await database.query(text, [id, name, await readFile(join(versions, name))]);
  }
}

async function refuseFull({ query }: Database): Promise<void> {
  const [held] = await query('select id from narratives union select id from members limit 1');
  if (held === undefined) return;
  throw new DatelineError(
    'bad-request',
    'This database holds a library already, which is left as it is.',
    'Name an empty database.',
  );
}
