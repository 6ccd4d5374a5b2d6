import { expect, onTestFinished, test, vi } from 'vitest';
import { Database } from '../../../storage/postgres/database';
import { eventually } from '../../support/eventually';
import { hasPostgres, startPostgres } from '../../support/postgres';
import { newHost } from '../newHost';

// A database server of its own takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const why = hasPostgres ? '' : ' [SKIPPED: Postgres is not installed; apt-get install postgresql]';
const testIf = test.skipIf(!hasPostgres);

testIf(
  `a description that is changed while others are being written is kept as it was called saved${why}`,
  async () => {
    const postgres = await startPostgres();
    const databaseUrl = postgres.newDatabase();
    const [one, two] = [await newHost({ databaseUrl }), await newHost({ databaseUrl })];
    const { id } = await one.call('narratives.create', { name: 'Harbour lights' });
    await eventually(async () => expect((await two.call('narratives.open', { id })).meta.id).toBe(id));
    await one.call('narratives.open', { id });
    for (let turn = 0; turn < 5; turn += 1) {
      const patches = [
        { name: `Name ${turn}` },
        { language: `en-${turn}` },
        { confidentiality: `Of ${turn}` },
      ];
      const writing = patches.map((patch) => one.call('narratives.updateMeta', { id, patch }));
      const stage = turn % 2 === 0 ? 'inReview' : 'drafting';
      await Promise.all([...writing, two.call('narratives.updateMeta', { id, patch: { stage } })]);
      const wanted = { ...Object.assign({}, ...patches), stage };
      for (const { call } of [one, two])
        await eventually(async () =>
          expect((await call('narratives.open', { id })).meta).toMatchObject(wanted),
        );
    }
    expect([...one.errors, ...two.errors]).toEqual([]);
  },
);

testIf(`a description that is changed while a write is under way is not set back by it${why}`, async () => {
  const postgres = await startPostgres();
  const databaseUrl = postgres.newDatabase();
  const one = await newHost({ databaseUrl });
  const { id } = await one.call('narratives.create', { name: 'Harbour lights' });
  const database = await Database.open(databaseUrl);
  onTestFinished(() => database.close());
  const writing: Promise<unknown>[] = [];
  await database.transaction(async (query) => {
    await query('select id from narratives for update');
    writing.push(one.call('narratives.updateMeta', { id, patch: { name: 'First' } }));
    const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
    await eventually(async () => expect(await database.query(waiting)).toHaveLength(1));
    writing.push(one.call('narratives.updateMeta', { id, patch: { language: 'en-US' } }));
  });
  await Promise.all(writing);
  const wanted = { name: 'First', language: 'en-US' };
  expect((await one.call('narratives.open', { id })).meta).toMatchObject(wanted);
  const two = await newHost({ databaseUrl });
  expect((await two.call('narratives.open', { id })).meta).toMatchObject(wanted);
});

testIf(`what another process wrote is found by search${why}`, async () => {
  const postgres = await startPostgres();
  const databaseUrl = postgres.newDatabase();
  const [one, two] = [await newHost({ databaseUrl }), await newHost({ databaseUrl })];
  const find = () => two.call('library.search', { query: 'Lanternfish', limit: 5 });
  expect((await find()).hits).toEqual([]);
  const { id } = await one.call('narratives.create', { brief: { customer: 'Lanternfish' } });
  await eventually(async () => expect((await find()).hits.map((hit) => hit.id)).toEqual([id]));
});
