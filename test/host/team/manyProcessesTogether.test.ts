import { expect, test, vi } from 'vitest';
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

testIf(`what another process wrote is found by search${why}`, async () => {
  const postgres = await startPostgres();
  const databaseUrl = postgres.newDatabase();
  const [one, two] = [await newHost({ databaseUrl }), await newHost({ databaseUrl })];
  const find = () => two.call('library.search', { query: 'Lanternfish', limit: 5 });
  expect((await find()).hits).toEqual([]);
  const { id } = await one.call('narratives.create', { brief: { customer: 'Lanternfish' } });
  await eventually(async () => expect((await find()).hits.map((hit) => hit.id)).toEqual([id]));
});
