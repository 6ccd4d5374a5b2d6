import { expect, test, vi } from 'vitest';
import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import type { Role } from '../../../core/team/role';
import { mayWrite } from '../../../renderer/editor/live/access';
import { eventually } from '../../support/eventually';
import { openWindow, type TestWindow } from './liveSession';
import { newTeamServer, type TestTeamServer } from './newTeamServer';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

interface Shared extends TestTeamServer {
  id: NarrativeId;
  /** Opens a window for somebody new with a role in the team. */
  enter(name: string, role: Role): Promise<TestWindow>;
  setRole(name: string, role: Role): Promise<void>;
}

async function newShared(): Promise<Shared> {
  const served = await newTeamServer();
  const owner = await served.join('Owner', { scope: 'team', role: 'owner' });
  const created = JSON.parse((await owner.call('narratives.create', { name: 'Harbour lights' })).body);
  const id = narrativeIdSchema.parse(created.value.id);
  const { team } = served.team;
  return {
    ...served,
    id,
    enter: async (name, role) => openWindow(served, await served.join(name, { scope: 'team', role }), id),
    async setRole(name, role) {
      const member = (await team.store.members()).find((each) => each.name === name);
      await team.setRole(null, { member: member?.id ?? '', scope: 'team', role });
    },
  };
}

const saved = (window: TestWindow) =>
  eventually(() => expect(window.session.status()).toMatchObject({ kind: 'saved' }));

/** What the host holds, and so what is on the disk. */
async function stored({ team, id }: Shared): Promise<string> {
  const { content } = await team.call('versions.read', { id, version: await versionOf(team, id) });
  return JSON.stringify(content.parts.release);
}

async function versionOf(team: Shared['team'], id: NarrativeId) {
  return (await team.call('versions.keep', { id, reason: 'named', name: 'look' })).version;
}

test('two windows write one release, each sees the other, and “saved” means that it is on the disk', async () => {
  const shared = await newShared();
  const [ola, ida] = [await shared.enter('Ola', 'coauthor'), await shared.enter('Ida', 'coauthor')];
  ola.write('Words of Ola.');
  ida.write('Words of Ida.');
  await Promise.all([saved(ola), saved(ida)]);
  expect(await stored(shared)).toMatch(/Words of Ola.*Words of Ida|Words of Ida.*Words of Ola/);
  await eventually(() => expect(ola.text()).toContain('Words of Ida.'));
  expect(ida.text()).toBe(ola.text());
  // What came from the other window is not this one's to save.
  expect(ola.session.status().kind).toBe('saved');
});

test('what was written while the line was away arrives when it is back, and is not called saved before', async () => {
  const shared = await newShared();
  const [ola, ida] = [await shared.enter('Ola', 'coauthor'), await shared.enter('Ida', 'coauthor')];
  await eventually(() => expect(ola.session.line?.state().isOpen).toBe(true));
  ola.cut();
  await eventually(() => expect(ola.session.line?.state().isOpen).toBe(false));
  ola.write('Written on the train.');
  await eventually(() =>
    expect(ola.session.status()).toMatchObject({ kind: 'failed', error: { code: 'unreachable' } }),
  );
  ida.write('Written at the desk.');
  await saved(ida);
  expect(await stored(shared)).not.toContain('train');
  ola.mend();
  await saved(ola);
  await eventually(() => expect(ida.text()).toContain('Written on the train.'));
  await eventually(() => expect(ola.text()).toContain('Written at the desk.'));
  expect(await stored(shared)).toContain('Written on the train.');
});

test('where only the line is away, words are saved by the contract', async () => {
  const shared = await newShared();
  const ola = await shared.enter('Ola', 'coauthor');
  ola.session.line?.close();
  await eventually(() => expect(ola.session.line?.state().isOpen).toBe(false));
  ola.write('By another way.');
  await saved(ola);
  expect(await stored(shared)).toContain('By another way.');
});

test.each(['reviewer', 'reader'] as const)(
  'a %s sees what others write, and what they press changes nothing',
  async (role) => {
    const shared = await newShared();
    const [ola, ida] = [await shared.enter('Ola', 'coauthor'), await shared.enter('Ida', role)];
    expect(mayWrite(ida.session.access())).toBe(false);
    ola.write('Words of Ola.');
    await eventually(() => expect(ida.text()).toContain('Words of Ola.'));
    ida.write('Words of Ida.');
    await eventually(() => expect(ida.text()).not.toContain('Words of Ida.'));
    expect(ida.session.notices().map(({ kind }) => kind)).toEqual(['read-only']);
    expect(ida.session.status().kind).toBe('saved');
    ola.write('More words of Ola.');
    await eventually(() => expect(ida.text()).toContain('More words of Ola.'));
    expect(ida.text()).toBe(ola.text());
    expect(await stored(shared)).not.toContain('Ida');
  },
);

test('a role that changes while the window is open holds at once, both ways', async () => {
  const shared = await newShared();
  const ida = await shared.enter('Ida', 'reviewer');
  await eventually(() => expect(ida.session.line?.state().isOpen).toBe(true));
  await shared.setRole('Ida', 'coauthor');
  await eventually(() => expect(mayWrite(ida.session.access())).toBe(true));
  ida.write('Now I may.');
  await saved(ida);
  expect(await stored(shared)).toContain('Now I may.');
  await shared.setRole('Ida', 'reader');
  await eventually(() => expect(mayWrite(ida.session.access())).toBe(false));
  ida.write('Not any more.');
  await eventually(() => expect(ida.text()).not.toContain('Not any more.'));
  expect(ida.text()).toContain('Now I may.');
});

test('somebody who is removed is told, and keeps their words to copy', async () => {
  const shared = await newShared();
  const ida = await shared.enter('Ida', 'coauthor');
  ida.write('Mine.');
  await saved(ida);
  const member = (await shared.team.team.store.members()).find(({ name }) => name === 'Ida');
  await shared.team.team.removeMember(null, member?.id ?? '');
  await eventually(() => expect(ida.session.access().refusal).not.toBeNull());
  ida.write('After that.');
  expect(ida.text()).toContain('After that.');
  await eventually(() => expect(ida.session.status()).toMatchObject({ kind: 'failed' }));
  expect(ida.session.encodeCopy()).toContain('After that.');
});

test('others see who is here, under the name the server knows, and where', async () => {
  const shared = await newShared();
  const [ola, ida] = [await shared.enter('Ola', 'coauthor'), await shared.enter('Ida', 'reader')];
  ida.session.line?.show({ place: { part: 'release', section: 'summary' }, cursor: null });
  await eventually(() =>
    expect(ola.session.line?.peers()).toMatchObject([
      { person: { name: 'Ida' }, place: { part: 'release', section: 'summary' }, cursor: null },
    ]),
  );
  ida.session.close();
  await eventually(() => expect(ola.session.line?.peers()).toEqual([]));
});

test('while only the own caret moves, nothing is announced and the others stay as they were', async () => {
  const shared = await newShared();
  const [ola, ida] = [await shared.enter('Ola', 'coauthor'), await shared.enter('Ida', 'reader')];
  const line = ola.session.line;
  const showIda = (section: string) =>
    ida.session.line?.show({ place: { part: 'release', section }, cursor: null });
  showIda('summary');
  await eventually(() => expect(line?.peers()).toMatchObject([{ place: { section: 'summary' } }]));
  const before = line?.peers();
  let announced = 0;
  line?.subscribe(() => {
    announced += 1;
  });
  for (const section of ['heading', 'problem', 'solution'])
    line?.show({ place: { part: 'release', section }, cursor: null });
  await eventually(() =>
    expect(ida.session.line?.peers()).toMatchObject([{ place: { section: 'solution' } }]),
  );
  expect(announced).toBe(0);
  expect(line?.peers()).toBe(before);
  showIda('problem');
  await eventually(() => expect(line?.peers()).toMatchObject([{ place: { section: 'problem' } }]));
});
