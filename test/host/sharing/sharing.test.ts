import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { newTeamServer } from '../../server/team/newTeamServer';
import { eventually } from '../../support/eventually';
import { newHost } from '../newHost';
import { readRelease, remarkOnRelease, writeRelease } from '../releaseWords';
import { holds, inStep, newMember } from './teamCopies';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

test('what a team has is in one’s own library, and both write the same narrative', async () => {
  const served = await newTeamServer();
  const { call: server } = served.team;
  const { id } = await server('narratives.create', { name: 'Harbour lights' });
  const [ola, ida] = [await newMember(served, 'Ola'), await newMember(served, 'Ida')];
  await eventually(async () => expect((await ola.call('narratives.open', { id })).role).toBe('coauthor'));
  await eventually(async () => expect((await ida.call('narratives.open', { id })).role).toBe('coauthor'));
  await writeRelease(ola.call, id, 'Words of Ola.');
  await writeRelease(ida.call, id, 'Words of Ida.');
  for (const call of [server, ola.call, ida.call])
    for (const words of ['Words of Ola.', 'Words of Ida.']) await holds(call, id, words);
  await inStep(ola.call);
});

test('what was written while the server was away arrives when it is back, from both sides', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola');
  await eventually(async () => expect(await readRelease(ola.call, id)).toBeDefined());
  await inStep(ola.call);
  const ownFolder = ola.folder;
  await ola.host.close();
  await writeRelease(served.team.call, id, 'Written at the office.');
  const again = await newHost({ folder: ownFolder });
  await writeRelease(again.call, id, 'Written on the train.');
  await holds(served.team.call, id, 'Written on the train.');
  await holds(again.call, id, 'Written at the office.');
});

test('a reviewer’s copy is read; what they say goes to the team under the name the server knows', async () => {
  const served = await newTeamServer();
  const { call: server } = served.team;
  const { id } = await server('narratives.create', { name: 'Harbour lights' });
  const ida = await newMember(served, 'Ida Holm', { grant: { scope: 'team', role: 'reviewer' } });
  await eventually(async () => expect((await ida.call('narratives.open', { id })).role).toBe('reviewer'));
  await expect(writeRelease(ida.call, id, 'Not mine to write.')).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await ida.call('review.add', { id, records: [remarkOnRelease('remark-1', 'Why?')] });
  await eventually(async () => {
    const { review } = await server('narratives.open', { id });
    expect(review['remark-1']).toMatchObject({ by: 'Ida Holm', text: 'Why?' });
  });
  await writeRelease(server, id, 'Words of an author.');
  await holds(ida.call, id, 'Words of an author.');
});

test('a narrative of one’s own is given to the team under the same id, with its pictures', async () => {
  const served = await newTeamServer();
  const ola = await newMember(served, 'Ola');
  const { id } = await ola.call('narratives.create', { sample: 'consumer-app' });
  const [{ id: team } = { id: '' }] = await ola.call('teams.list', {});
  await ola.call('teams.share', { team, id });
  await eventually(async () => expect((await served.team.call('narratives.open', { id })).meta.id).toBe(id));
  const assets = await readdir(join(ola.folder, 'assets'));
  await eventually(async () =>
    expect((await readdir(join(served.team.folder, 'assets'))).sort()).toEqual(assets.sort()),
  );
  expect(await readRelease(served.team.call, id)).toBe(await readRelease(ola.call, id));
  await writeRelease(ola.call, id, 'Written after that.');
  await holds(served.team.call, id, 'Written after that.');
  expect(await readRelease(served.team.call, id)).toBe(await readRelease(ola.call, id));
});

test('who is removed keeps the copy, and is told', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  const [member] = await served.team.team.store.members();
  await served.team.team.removeMember(null, member?.id ?? '');
  await eventually(async () =>
    expect((await ola.call('teams.list', {}))[0]).toMatchObject({ line: 'signed-out' }),
  );
  expect((await ola.call('narratives.open', { id })).meta.name).toBe('Harbour lights');
});

test('the session is in one file that its owner alone can read, and nowhere else', async () => {
  const served = await newTeamServer();
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  const file = join(ola.folder, 'teams.json');
  expect((await stat(file)).mode & 0o077).toBe(0);
  const { session } = JSON.parse(await readFile(file, 'utf8')).teams[0];
  expect(JSON.stringify([await ola.call('teams.list', {}), ola.events, ola.errors])).not.toContain(session);
  expect(served.log.join('')).not.toContain(session);
});

test.each([
  ['nonsense', 'bad-request'],
  ['https://dateline.example/open?t=abc', 'bad-request'],
  ['http://127.0.0.1:9/join/aaaaaaaaaaaaaaaaaaaaaaaa', 'unreachable'],
])('the link %s joins nothing', async (link, code) => {
  const { call } = await newHost();
  await expect(call('teams.join', { link, name: 'Ola' })).rejects.toMatchObject({ code });
  expect(await call('teams.list', {})).toEqual([]);
});
