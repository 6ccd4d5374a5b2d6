import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Call } from '../../../core/api/client';
import type { NarrativeId } from '../../../core/narrative/meta';
import { Team } from '../../../host/team/team';
import { Database } from '../../../storage/postgres/database';
import { openDatabaseTeamStore } from '../../../storage/postgres/databaseTeamStore';
import { eventually } from '../../support/eventually';
import { hasPostgres, startPostgres } from '../../support/postgres';
import { newHost, type TestHost } from '../newHost';
import { readRelease, remarkOnRelease, writeRelease } from '../releaseWords';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const isDemanded = process.env.CI !== undefined;
const why = hasPostgres ? '' : ' [SKIPPED: Postgres is not installed; apt-get install postgresql]';
const testIf = test.skipIf(!hasPostgres);

test('Postgres is there where it has to be', () => {
  expect(hasPostgres || !isDemanded).toBe(true);
});

const newProcess = (databaseUrl: string): Promise<TestHost> => newHost({ databaseUrl });

const holds = (call: Call, id: NarrativeId, words: string) =>
  eventually(async () => expect(await readRelease(call, id)).toContain(words));

testIf(
  `two processes over one database have the same narratives, and lose no word of each other${why}`,
  async () => {
    const postgres = await startPostgres();
    const url = postgres.newDatabase();
    const [one, two] = [await newProcess(url), await newProcess(url)];
    const { id } = await one.call('narratives.create', { sample: 'consumer-app' });
    await eventually(async () => expect((await two.call('narratives.open', { id })).meta.id).toBe(id));
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        await writeRelease(n % 2 === 0 ? one.call : two.call, id, `Words ${n}.`);
      }),
    );
    for (const { call } of [one, two]) for (let n = 0; n < 10; n += 1) await holds(call, id, `Words ${n}.`);
    await one.call('narratives.updateMeta', { id, patch: { name: 'Harbour’); drop table narratives; --' } });
    await eventually(async () =>
      expect((await two.call('narratives.open', { id })).meta.name).toBe(
        'Harbour’); drop table narratives; --',
      ),
    );
    await two.call('review.add', { id, records: [remarkOnRelease('remark-1', 'Why?')] });
    await eventually(async () =>
      expect((await one.call('narratives.open', { id })).review).toHaveProperty('remark-1'),
    );

    const { version } = await one.call('versions.keep', { id, reason: 'named', name: 'First' });
    const entries = (await two.call('versions.list', { id })).map(({ name }) => name);
    expect(entries).toContain('First');
    expect((await two.call('versions.read', { id, version })).meta.id).toBe(id);
    const third = await newProcess(url);
    await holds(third.call, id, 'Words 9.');
    const screens = await third.call('narratives.check', { id });
    expect(screens).toBeDefined();
    const [asset = ''] = await assetsOf(url);
    expect(await third.host.readAsset(asset)).not.toBeNull();

    await one.call('narratives.trash', { id });
    await eventually(() => expect(two.eventsNamed('narrative.gone').map((gone) => gone.id)).toEqual([id]));
    await expect(writeRelease(two.call, id, 'Too late.')).rejects.toMatchObject({ code: 'narrative-gone' });
    await one.call('narratives.restore', { id });
    await holds(two.call, id, 'Words 9.');
    await one.call('narratives.trash', { id });
    const proof = await one.host.eraseForGood(id);
    expect(proof.held.map(({ place }) => place)).toContain(`database: narratives ${id}`);
    expect(proof.remaining).toEqual([]);
    await eventually(async () => expect(await two.call('library.trash', {})).toEqual([]));
  },
);

async function assetsOf(url: string): Promise<string[]> {
  const database = await Database.open(url);
  const rows = await database.query<{ name: string }>('select name from assets order by name');
  await database.close();
  return rows.map(({ name }) => name);
}

testIf(`a database that is away is told, and what was written is there once it is back${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const [one, two] = [await newProcess(url), await newProcess(url)];
  const { id } = await one.call('narratives.create', { name: 'Harbour lights' });
  await writeRelease(one.call, id, 'Before.');
  await holds(two.call, id, 'Before.');
  await postgres.stop();
  await expect(writeRelease(one.call, id, 'While it was away.')).rejects.toMatchObject({
    code: 'unreachable',
  });
  await postgres.start();
  // A window sends again what was not acknowledged; here the next words carry it.
  await eventually(() => writeRelease(one.call, id, 'After.'));
  for (const { call } of [one, two])
    for (const words of ['Before.', 'While it was away.', 'After.']) await holds(call, id, words);
});

testIf(`a team in a database is one for all processes${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const open = async () => {
    const newId = () => randomBytes(8).toString('hex');
    const store = openDatabaseTeamStore(await Database.open(url), newId());
    onTestFinished(() => store.close());
    return Team.open({ store, now: () => new Date(), newId });
  };
  const [one, two] = [await open(), await open()];
  const everybody = { grant: { scope: 'team', role: 'coauthor' } as const, isSingleUse: false, days: 1 };
  const single = await one.invite(null, { ...everybody, isSingleUse: true });
  const came = await Promise.allSettled(
    [one, two, one, two].map((team, n) =>
      team.redeem(single.token, { name: `Guest ${n}`, device: '', known: null }),
    ),
  );
  expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

  const { token } = await two.invite(null, everybody);
  const named = await Promise.allSettled(
    [one, two].map((team) => team.redeem(token, { name: 'Ida Holm', device: '', known: null })),
  );
  expect(named.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [ida] = named.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const caller = await two.callerOf(ida?.sessionToken ?? '');
  expect(caller?.member.name).toBe('Ida Holm');
  await eventually(() => expect(caller && one.isSignedIn(caller)).toBe(true));
  await one.removeMember(null, caller?.member.id ?? '');
  await eventually(() => expect(caller && two.isSignedIn(caller)).toBe(false));
  expect(await two.callerOf(ida?.sessionToken ?? '')).toBeNull();
  expect((await two.store.audit(1))[0]).toMatchObject({ action: 'removed-member' });
});

testIf(`tables of a newer Dateline are left as they are${why}`, async () => {
  const postgres = await startPostgres();
  const url = postgres.newDatabase();
  const opened = await Promise.all([Database.open(url), Database.open(url)]);
  await opened[0].query('update dateline_schema set version = 999');
  for (const database of opened) await database.close();
  await expect(Database.open(url)).rejects.toMatchObject({ code: 'file-from-future' });
});
