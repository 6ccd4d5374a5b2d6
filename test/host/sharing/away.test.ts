import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Role } from '../../../core/team/role';
import { newTeamServer, serveTeam, type TestTeamServer } from '../../server/team/newTeamServer';
import { eventually } from '../../support/eventually';
import { newHost, type TestHost } from '../newHost';
import { readRelease, writeRelease } from '../releaseWords';
import { holds, inStep, newMember, teamOf } from './teamCopies';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

/** Starts a team's server again where it was. */
const again = ({ team, server }: TestTeamServer) => serveTeam(team, { port: server.port });

async function setRole({ team }: TestTeamServer, role: Role): Promise<void> {
  const [member] = await team.team.store.members();
  await team.team.setRole(null, { member: member?.id ?? '', scope: 'team', role });
}

const isAway = ({ call }: TestHost) =>
  eventually(async () => expect(await teamOf(call)).toMatchObject({ line: 'waiting' }));

test('a server that comes back takes what was written and renamed without it, and gives what others wrote', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  await served.server.close();
  await isAway(ola);
  await writeRelease(ola.call, id, 'Written on the train.');
  await ola.call('narratives.updateMeta', { id, patch: { name: 'Harbour lamps' } });
  await writeRelease(served.team.call, id, 'Written at the office.');
  await served.team.call('narratives.updateMeta', { id, patch: { stage: 'inReview' } });
  await again(served);
  await holds(served.team.call, id, 'Written on the train.');
  await holds(ola.call, id, 'Written at the office.');
  for (const call of [served.team.call, ola.call])
    await eventually(async () =>
      expect((await call('narratives.open', { id })).meta).toMatchObject({
        name: 'Harbour lamps',
        stage: 'inReview',
      }),
    );
  await inStep(ola.call);
});

test('who may write no more is told, keeps their words, and gives them once they may again', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  await served.server.close();
  await isAway(ola);
  await writeRelease(ola.call, id, 'Written too late.');
  await setRole(served, 'reviewer');
  await again(served);
  await eventually(async () =>
    expect((await teamOf(ola.call)).narratives).toMatchObject([
      { role: 'reviewer', trouble: { code: 'read-only' } },
    ]),
  );
  expect(await readRelease(ola.call, id)).toContain('Written too late.');
  expect(await readRelease(served.team.call, id)).not.toContain('Written too late.');
  await expect(writeRelease(ola.call, id, 'And once more.')).rejects.toMatchObject({ code: 'not-allowed' });
  await setRole(served, 'coauthor');
  await holds(served.team.call, id, 'Written too late.');
  await eventually(async () =>
    expect((await teamOf(ola.call)).narratives).toMatchObject([{ role: 'coauthor', trouble: null }]),
  );
});

test('who comes in again by a new link has one team, and what was written meanwhile arrives', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola', { grant: { scope: 'team', role: 'reviewer' } });
  await inStep(ola.call);
  const link = async () =>
    `${served.server.url}/join/${await served.invite({ scope: 'team', role: 'coauthor' })}`;
  await ola.call('teams.join', { link: await link(), name: 'Ola' });
  await eventually(async () =>
    expect(await teamOf(ola.call)).toMatchObject({ line: 'open', narratives: [{ role: 'coauthor' }] }),
  );
  expect(await served.team.team.store.members()).toHaveLength(1);
  await writeRelease(ola.call, id, 'Now mine to write.');
  await holds(served.team.call, id, 'Now mine to write.');
});

test('what is put in the trash here stays there, and keeps nothing else back', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  await eventually(async () => expect((await teamOf(ola.call)).narratives).toHaveLength(1));
  await ola.call('narratives.trash', { id });
  await ola.host.close();
  const later = await served.team.call('narratives.create', { name: 'Ferry times' });
  const { call } = await newHost({ folder: ola.folder });
  await eventually(async () => expect((await call('narratives.open', later)).role).toBe('coauthor'));
  await inStep(call);
  await expect(call('narratives.open', { id })).rejects.toMatchObject({ code: 'narrative-gone' });
  expect((await served.team.call('narratives.open', { id })).meta.name).toBe('Harbour lights');
});

test('a narrative that the team has no longer is one’s own', async () => {
  const served = await newTeamServer();
  const { id } = await served.team.call('narratives.create', { name: 'Harbour lights' });
  const ola = await newMember(served, 'Ola', { grant: { scope: 'team', role: 'reviewer' } });
  await eventually(async () => expect((await teamOf(ola.call)).narratives).toHaveLength(1));
  await served.team.call('narratives.trash', { id });
  await eventually(async () => expect((await teamOf(ola.call)).narratives).toEqual([]));
  expect((await ola.call('narratives.open', { id })).role).toBe('owner');
});

test.each(['silent', 'cutting'])('a library closes at once while a %s server is asked', async (manner) => {
  const served = await newTeamServer();
  const ola = await newMember(served, 'Ola');
  await inStep(ola.call);
  await served.server.close();
  await ola.host.close();
  // Nobody answers here: calls and sockets are still opening when the library is closed.
  const asked: Socket[] = [];
  const silent = createServer((socket) => {
    asked.push(socket.on('error', () => undefined));
    if (manner === 'cutting') socket.destroy();
  });
  await new Promise<void>((resolve) => silent.listen(served.server.port, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const { host } = await newHost({ folder: ola.folder });
  await eventually(() => expect(asked.length).toBeGreaterThan(1));
  await host.close();
  for (const socket of asked) socket.destroy();
});
