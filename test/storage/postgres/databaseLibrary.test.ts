import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { encodeNarrativeFile } from '../../../core/format/narrativeFile';
import { createNarrativeDoc, encodeNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import type { LibraryStore, OutsideChange } from '../../../storage/libraryStore';
import { Database } from '../../../storage/postgres/database';
import { copyFolderToDatabase } from '../../../storage/postgres/databaseBackup';
import { openDatabaseLibrary } from '../../../storage/postgres/databaseLibrary';
import { openDatabaseTeamStore } from '../../../storage/postgres/databaseTeamStore';
import { openFolderTeamStore } from '../../../storage/team/folderTeamStore';
import { hasPostgres, startPostgres } from '../../support/postgres';
import { idOf, sampleNarrative } from '../sampleNarrative';
import { openTestLibrary, tempFolder, testPorts } from '../testLibrary';

// A database server of its own takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const why = hasPostgres ? '' : ' [SKIPPED: Postgres is not installed; apt-get install postgresql]';
const testIf = test.skipIf(!hasPostgres);

const id = idOf('harbour');

interface Process {
  store: LibraryStore;
  changes: OutsideChange[];
  reported: unknown[];
}

/** The library of a process of its own over a database. */
async function newProcess(url: string): Promise<Process> {
  const changes: OutsideChange[] = [];
  const reported: unknown[] = [];
  const store = await openDatabaseLibrary({
    folder: await tempFolder(),
    database: await Database.open(url),
    self: randomUUID(),
    ports: testPorts(),
    report: (thrown) => reported.push(thrown),
  });
  store.onOutsideChange((change) => changes.push(change));
  onTestFinished(() => store.close());
  return { store, changes, reported };
}

/** What a cut connection held is told after the database's patience of ten seconds at the latest, then tried again. */
const inTime = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 45_000, interval: 50 });

const hasIt = ({ store }: Process) => inTime(() => expect(store.has(id)).toBe(true));
const hasItNot = ({ store }: Process) => inTime(() => expect(store.has(id)).toBe(false));

async function query(url: string, text: string, values: unknown[] = []): Promise<object[]> {
  const database = await Database.open(url);
  return database.query(text, values).finally(() => database.close());
}

/** As a window that opened it writes: with all that was there. */
async function rename(
  store: LibraryStore,
  patch: { name?: string; confidentiality?: string },
): Promise<void> {
  const { file } = await store.read(id);
  await store.write({ ...file, meta: { ...file.meta, ...patch } });
}

testIf(
  `what two processes change of a description at once is there, and nothing is taken back${why}`,
  async () => {
    const postgres = await startPostgres();
    const url = postgres.newDatabase();
    const one = await newProcess(url);
    await one.store.write(sampleNarrative(id));
    const two = await newProcess(url);
    for (let turn = 0; turn < 5; turn += 1) {
      const [name, confidentiality] = [`Name ${turn}`, `For ${turn} only`];
      await Promise.all([rename(one.store, { name }), rename(two.store, { confidentiality })]);
      for (const { store } of [one, two])
        await inTime(async () =>
          expect((await store.read(id)).file.meta).toMatchObject({ name, confidentiality }),
        );
    }
    expect([...one.reported, ...two.reported]).toEqual([]);
  },
);

testIf(
  `versions outlast a narrative’s way into the trash and out of it, in every process${why}`,
  async () => {
    const postgres = await startPostgres();
    const url = postgres.newDatabase();
    const [one, two] = [await newProcess(url), await newProcess(url)];
    const file = sampleNarrative(id);
    await one.store.write(file);
    await one.store.versions.keep(file, { reason: 'named', name: 'First', by: 'Ola' });
    await hasIt(two);
    expect((await two.store.versions.entries(id)).map(({ name }) => name)).toEqual(['First']);

    await one.store.trash(id);
    await hasItNot(two);
    expect(await one.store.restore(id)).toBe(id);
    await hasIt(two);
    await two.store.versions.keep(sampleNarrative(id, 'Second words'), {
      reason: 'named',
      name: 'Second',
      by: '',
    });
    for (const { store } of [one, two, await newProcess(url)]) {
      const entries = await store.versions.entries(id);
      expect(entries.map(({ name }) => name).sort()).toEqual(['First', 'Second']);
      for (const { version } of entries) expect(await store.versions.read(id, version)).not.toBeNull();
    }
  },
);

testIf(`what was erased does not come back from a process that has not heard of it${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const one = await newProcess(url);
  const file = sampleNarrative(id);
  await one.store.write(file);
  // As from a process that is killed: nobody is told.
  await query(url, 'delete from narratives where id = $1', [id]);
  await expect(one.store.write(file)).rejects.toMatchObject({ code: 'narrative-gone' });
  const version = one.store.versions.keep(file, { reason: 'named', name: 'Late', by: '' });
  await expect(version).rejects.toMatchObject({ code: 'narrative-gone' });
  expect(await query(url, 'select id from narratives union all select name from version_files')).toEqual([]);
  await expect(one.store.trash(id)).rejects.toMatchObject({ code: 'narrative-gone' });
  await expect(one.store.restore(id)).rejects.toMatchObject({ code: 'not-found' });
});

testIf(
  `connections that break in the middle of writing end no process, and no write that was kept${why}`,
  async () => {
    const postgres = await startPostgres();
    const url = postgres.newDatabase();
    const one = await newProcess(url);
    await one.store.write(sampleNarrative(id));
    let isOver = false;
    const kept: string[] = [];
    const codes = new Set<unknown>();
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, n) => {
        for (let turn = 0; !isOver; turn += 1) {
          const own = idOf(`own-${n}-${turn}`);
          try {
            await one.store.write(sampleNarrative(own));
            kept.push(own);
          } catch (thrown) {
            codes.add((thrown as { code?: unknown }).code);
          }
        }
      }),
    );
    const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()';
    await inTime(async () => {
      await query(url, cut);
      expect(codes.size).toBeGreaterThan(0);
    });
    isOver = true;
    await writing;
    expect([...codes]).toEqual(['unreachable']);
    // A connection that was cut last may be found out by this one only.
    await inTime(() => rename(one.store, { name: 'After all' }));
    const two = await newProcess(url);
    expect(kept.filter((own) => !two.store.has(idOf(own)))).toEqual([]);
    expect((await two.store.read(id)).file.meta.name).toBe('After all');
  },
);

testIf(`what another process did while this one heard nothing is caught up with${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const one = await newProcess(url);
  await one.store.write(sampleNarrative(id));
  const [stays, goes] = [idOf('stays'), idOf('goes')];
  await one.store.write(sampleNarrative(stays));
  await one.store.write(sampleNarrative(goes));
  // Straight into the tables, so that no process is told.
  const insert = 'insert into narratives (id, body, saved_at) values ($1, $2, now())';
  await query(url, insert, ['from-the-future', '{"format":"dateline-narrative","version":999}']);
  const at = '2027-01-06T09:00:00.000Z';
  await query(url, insert, ['newcomer', encodeNarrativeFile(sampleNarrative('newcomer'), at)]);
  await query(url, 'update narratives set trashed_at = now() where id = $1', [goes]);
  await query(url, 'delete from narratives where id = $1', [id]);
  await query(url, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
  await hasItNot(one);
  await inTime(() => expect(one.store.has(idOf('newcomer'))).toBe(true));
  await inTime(() => expect(one.store.has(goes)).toBe(false));
  expect(one.store.has(stays)).toBe(true);
  await inTime(() => expect(one.store.listTrash().map((entry) => entry.id)).toEqual([goes]));

  const two = await newProcess(url);
  expect(two.store.has(stays)).toBe(true);
  expect(two.store.has(idOf('from-the-future'))).toBe(false);
  expect(two.store.notices().map(({ kind }) => kind)).toContain('left-alone');
});

testIf(`what people write is text to the database, whatever it is${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const team = openDatabaseTeamStore(await Database.open(url), randomUUID());
  onTestFinished(() => team.close());
  const names = ["Robert'); drop table members; --", 'No\0thing', 'Half \ud83d', '$1', '\\', '‮Ola'];
  for (const [n, name] of names.entries()) {
    const member = { id: `member000000${n}`, name, joinedAt: '2027-01-05T09:00:00.000Z', grants: [] };
    await team.addMember({ ...member, subject: `issuer ${name}`, removedAt: null });
    expect(await team.memberBySubject(`issuer ${name}`)).toMatchObject({ name });
    await team.setSettings(member.id, { author: name });
    expect(await team.settings(member.id)).toEqual({ author: name });
  }
  expect((await team.members()).map(({ name }) => name)).toEqual(names);
  expect(await team.memberBySubject("' or true --")).toBeNull();

  const one = await newProcess(url);
  const file = sampleNarrative(id, "'); drop table narratives; -- \0 \ud83d $1");
  const yjs = Buffer.from(encodeNarrativeDoc(createNarrativeDoc(file.content))).toString('base64');
  await one.store.write({ ...file, yjs, meta: { ...file.meta, name: 'a\0b' } });
  const two = await newProcess(url);
  expect((await two.store.read(id)).file).toMatchObject({ content: file.content, meta: { name: 'a\0b' } });
});

testIf(
  `a library comes into a database whole, with its trash and versions, or not at all${why}`,
  async () => {
    const postgres = await startPostgres();
    const url = postgres.newDatabase();
    const folder = await tempFolder();
    const local = await openTestLibrary(folder);
    const kept = sampleNarrative('kept');
    for (const file of [kept, sampleNarrative('put-away')]) {
      await local.write(file);
      await local.versions.keep(file, { reason: 'named', name: 'First', by: 'Ola' });
    }
    await local.trash(idOf('put-away'));
    await local.addAsset(Buffer.from('a picture'), 'png');
    const own = await openFolderTeamStore(folder);
    const member = { id: 'member0000001', name: 'Ola', grants: [], subject: null, removedAt: null };
    const joinedAt = '2027-01-05T09:00:00.000Z';
    await own.addMember({ ...member, joinedAt });
    await own.addMember({ ...member, id: 'member0000002', joinedAt });
    const copy = () => copyFolderToDatabase({ url, folder, self: randomUUID(), ports: testPorts() });
    const left = 'select id from narratives union select name from assets union select id from members';

    // Two of one name were never let in together; a database takes them no more than it would at joining.
    await expect(copy()).rejects.toMatchObject({ code: 'bad-request' });
    expect(await query(url, left)).toEqual([]);

    await own.changeMember('member0000002', (second) => ({ ...second, name: 'Ida' }));
    await copy();
    const { store } = await newProcess(url);
    expect(store.summaries().map(({ meta }) => meta.id)).toEqual(['kept']);
    expect(store.listTrash()).toEqual(local.listTrash());
    for (const id of ['kept', 'put-away'])
      expect((await store.versions.entries(idOf(id))).map(({ name }) => name)).toEqual(['First']);
    await store.restore(idOf('put-away'));
    expect((await store.read(idOf('put-away'))).file.content).toEqual(sampleNarrative('put-away').content);
    await expect(copy()).rejects.toMatchObject({
      message: expect.stringContaining('holds a library already'),
    });
  },
);

testIf(
  `a database that lets nobody in, or is not there, is told with a sentence without its password${why}`,
  async () => {
    const postgres = await startPostgres();
    const address = new URL(postgres.newDatabase());
    address.pathname = '/no-such-database';
    address.password = 'secret';
    const refused = Database.open(address.href);
    await expect(refused).rejects.toMatchObject({ code: 'unreachable' });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('does not let this server in'),
    });
  },
);
