import { expect, test } from 'vitest';
import { releaseIn, releaseUpdate } from '../host/releaseWords';
import { rawRequest } from '../server/rawHttp';
import { hasPostgres, startPostgres } from '../support/postgres';
import { runCli } from './runCli';
import { newTeamLibrary, serve } from './serveTeam';

/** Each command is a process that has to start, on a machine that may be busy. */
const patienceMs = 120_000;

const why = hasPostgres ? '' : ' [SKIPPED: Postgres is not installed; apt-get install postgresql]';

/** Comes in as a program does, and asks any process in that session. */
async function enter(link: string, name: string) {
  const { host, pathname, port } = new URL(link);
  const headers = { host, 'content-type': 'application/json', accept: 'application/json' };
  const options = { path: pathname, method: 'POST', headers };
  const answer = JSON.parse((await rawRequest(Number(port), options, JSON.stringify({ name }))).body);
  const authorization = `Bearer ${answer.value.session}`;
  return async (url: string, operation: string, input: unknown) => {
    const at = new URL(url);
    const own = { 'content-type': 'application/json', 'x-dateline': '1', host: at.host, authorization };
    const call = { path: '/api', method: 'POST', headers: own };
    return JSON.parse((await rawRequest(Number(at.port), call, JSON.stringify({ operation, input }))).body);
  };
}

test.skipIf(!hasPostgres)(
  `two servers over one database: one is killed under 20 writers, and the other has all that was called saved${why}`,
  async () => {
    const postgres = await startPostgres();
    const environment = { DATABASE_URL: postgres.newDatabase() };
    const library = await newTeamLibrary();
    const [one, two] = [await serve(library, [], environment), await serve(library, [], environment)];
    const ask = await enter(one.ownerLink ?? '', 'Ola');
    const { value } = await ask(one.url, 'narratives.create', { name: 'Harbour lights' });
    const { id } = value;
    const { value: opened } = await ask(one.url, 'narratives.open', { id });

    const kept = new Set<string>();
    const writer = async (n: number) => {
      for (let turn = 0; turn < 50; turn += 1) {
        const words = `Writer ${n}, turn ${turn}.`;
        const input = { id, update: releaseUpdate(opened.state, words), window: `w${n}` };
        const answer = await ask(one.url, 'narratives.save', input).catch(() => null);
        if (!answer?.ok) return;
        kept.add(words);
        if (kept.size === 60) await one.kill();
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => writer(n)));
    expect(kept.size).toBeGreaterThanOrEqual(60);

    const { value: after } = await ask(two.url, 'narratives.open', { id });
    const text = releaseIn(after.state);
    expect([...kept].filter((words) => !text.includes(words))).toEqual([]);
    const listed = await runCli(['team', 'list', '--library', library, '--json'], { environment });
    expect(listed.json()).toMatchObject({ members: [{ name: 'Ola' }] });
    const out = `${library}/backup`;
    expect((await runCli(['team', 'backup', '--out', out, '--library', library], { environment })).code).toBe(
      0,
    );
    expect(await two.stop()).toBe(0);
    expect((await runCli(['verify', '--library', out])).stdout).toContain('all whole');
    const other = { DATABASE_URL: postgres.newDatabase() };
    const restore = () => runCli(['team', 'restore', out, '--library', library], { environment: other });
    expect(await restore()).toMatchObject({ code: 0, stderr: '' });
    expect((await restore()).stderr).toContain('holds a library already');
    const third = await serve(library, [], other);
    const { value: back } = await ask(third.url, 'narratives.open', { id });
    expect(back.state).toBe(after.state);
    expect(await third.stop()).toBe(0);
  },
  patienceMs,
);

test(
  'an address of a database that is none is refused with a sentence, which does not repeat it',
  async () => {
    const environment = { DATABASE_URL: 'mysql://secret@host' };
    const { code, stderr } = await runCli(['serve', '--team', '--library', await newTeamLibrary()], {
      environment,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('DATABASE_URL is an address such as');
    expect(stderr).not.toContain('secret');
  },
  patienceMs,
);
