import { HocuspocusProvider } from '@hocuspocus/provider';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { formatVersion } from '../../../../core/format/narrativeFile';
import type { NarrativeId } from '../../../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../../../../core/narrative/narrativeDoc';
import { findUnknownContent } from '../../../../core/narrative/preflight';
import { liveProtocol } from '../../../../core/team/liveMessages';
import { newHost, type TestHost } from '../../../host/newHost';
import { eventually } from '../../../support/eventually';
import { callerNamed, FakeTeam } from './fakeTeam';
import { LiveClient } from './liveClient';
import { type StartedLine, startLine } from './startLine';

const ada = callerNamed('Ada');
const bo = callerNamed('Bo');

interface Room extends TestHost {
  team: FakeTeam;
  started: StartedLine;
  id: NarrativeId;
}

async function newRoom(): Promise<Room> {
  const host = await newHost();
  const team = new FakeTeam();
  const { id } = await host.call('narratives.create', { name: 'Harbour' });
  return { ...host, team, id, started: await startLine({ host: host.host, team }) };
}

const joinAs = (room: Room, caller = ada): LiveClient =>
  new LiveClient({ url: room.started.urlFor(caller), narrative: room.id });

/** What the host has of the release: what is durable, or will be with the next write. */
async function kept({ call, id }: Room): Promise<string> {
  const { state } = await call('narratives.open', { id });
  return partFragment(decodeNarrativeDoc(Buffer.from(state, 'base64')), 'release').toString();
}

test('two windows see each other’s words, and what was said to be kept is durable', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  const two = await joinAs(room, bo).synced();
  expect(one.text()).toBe(await kept(room));
  one.write('The ferry sails at dawn.');
  await eventually(() => expect(two.text()).toContain('The ferry sails at dawn.'));
  expect(await one.keep()).toMatchObject({ kind: 'kept', n: 1 });
  expect(await kept(room)).toContain('The ferry sails at dawn.');
  expect(one.answers).toContainEqual({ kind: 'role', role: 'coauthor' });
});

test('`keep` never overtakes the change before it, however slow the look at it is', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  const asked: { n: number; words: string }[] = [];
  for (let round = 0; round < 200; round += 1) {
    const words = `Word ${round} of many.`;
    one.write(words);
    asked.push({ n: one.askToKeep(), words });
  }
  const first = await eventually(() => one.answerTo(1));
  expect(first.kind).toBe('kept');
  await eventually(() => expect(one.answerTo(200).kind).toBe('kept'));
  const text = await kept(room);
  for (const { words } of asked) expect(text).toContain(words);
});

test.each(['reviewer', 'reader'] as const)(
  'a %s reads; a change by raw protocol is refused and told',
  async (role) => {
    const room = await newRoom();
    room.team.setRole(bo, role);
    const one = await joinAs(room).synced();
    const two = await joinAs(room, bo).synced();
    const before = await kept(room);
    expect(two.provider.authorizedScope).toBe('readonly');
    two.write('Not mine to write.');
    await eventually(() =>
      expect(two.answers).toContainEqual(
        expect.objectContaining({
          kind: 'refused',
          n: null,
          error: expect.objectContaining({ code: 'read-only' }),
        }),
      ),
    );
    expect(await two.keep()).toMatchObject({ kind: 'refused' });
    one.write('Mine to write.');
    await one.keep();
    await eventually(() => expect(two.text()).toContain('Mine to write.'));
    expect(await kept(room)).not.toContain('Not mine to write.');
    expect(one.text()).not.toContain('Not mine to write.');
    expect(before).not.toContain('Not mine');
    // It stays refused after a reconnection, which sends the words as if they had been written offline.
    two.answers.length = 0;
    two.cut();
    await eventually(() => expect(two.answers.some(({ kind }) => kind === 'refused')).toBe(true));
    expect(await kept(room)).not.toContain('Not mine to write.');
  },
);

test('a new role holds at once, in both directions, and who is removed is out', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  one.write('Before.');
  expect((await one.keep()).kind).toBe('kept');
  room.team.setRole(ada, 'reviewer');
  await eventually(() => expect(one.answers).toContainEqual({ kind: 'role', role: 'reviewer' }));
  one.write('Meanwhile.');
  expect((await one.keep()).kind).toBe('refused');
  one.write('And once more.');
  expect((await one.keep()).kind).toBe('refused');
  expect(await kept(room)).not.toContain('Meanwhile.');
  room.team.setRole(ada, 'coauthor');
  await eventually(async () => expect((await one.keep()).kind).toBe('kept'));
  expect(await kept(room)).toContain('Meanwhile.');
  expect(await kept(room)).toContain('And once more.');
  room.team.setRole(ada, null);
  await eventually(() => expect(room.started.line.numbers().seats).toBe(0));
  const again = joinAs(room);
  await eventually(() => expect(again.deniedBecause).toBe('not-allowed'));
});

test('a window of another version reads, is told so, and changes nothing', async () => {
  const room = await newRoom();
  const one = new LiveClient({
    url: room.started.urlFor(ada),
    narrative: room.id,
    handshake: { protocol: 1, format: 99 },
  });
  await one.synced();
  expect(one.provider.authorizedScope).toBe('readonly');
  await eventually(() => expect(one.answers.some(({ kind }) => kind === 'refused')).toBe(true));
  one.write('From the future.');
  expect((await one.keep()).kind).toBe('refused');
  expect(await kept(room)).not.toContain('From the future.');
});

test('what comes by the host reaches every window, and is not written again', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  const other = decodeNarrativeDoc(
    Buffer.from((await room.call('narratives.open', { id: room.id })).state, 'base64'),
  );
  const before = Y.encodeStateVector(other);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('By the contract.')]);
  partFragment(other, 'release').push([paragraph]);
  const update = Buffer.from(Y.encodeStateAsUpdateV2(other, before)).toString('base64');
  await room.call('narratives.save', { id: room.id, update, window: 'elsewhere' });
  await eventually(() => expect(one.text()).toContain('By the contract.'));
  expect(room.started.line.numbers()).toMatchObject({ writes: 0, behind: 0 });
});

test.each([
  ['node', (doc: Y.Doc): void => partFragment(doc, 'release').push([new Y.XmlElement('callout')])],
  ['root', (doc: Y.Doc): void => void doc.getMap('elsewhere').set('a', 1)],
  [
    'map in a part',
    (doc: Y.Doc): void => partFragment(doc, 'release').push([new Y.Map() as unknown as Y.XmlText]),
  ],
  [
    'mark',
    (doc: Y.Doc): void => {
      const text = new Y.XmlText();
      text.insert(0, 'words', { blink: {} });
      partFragment(doc, 'release').push([text]);
    },
  ],
] as const)(
  'an unknown %s is refused before it is applied, and the others write on',
  async (_name, damage) => {
    const room = await newRoom();
    const one = await joinAs(room).synced();
    const two = await joinAs(room, bo).synced();
    damage(two.doc);
    await eventually(() =>
      expect(two.answers).toContainEqual(
        expect.objectContaining({
          kind: 'refused',
          error: expect.objectContaining({ code: 'unknown-content' }),
        }),
      ),
    );
    one.write('Still here.');
    expect((await one.keep()).kind).toBe('kept');
    expect(await kept(room)).toContain('Still here.');
    expect(findUnknownContent(one.doc)).toEqual([]);
    expect(room.errors).toEqual([]);
  },
);

test('a member is shown by the name they signed in with, and under no other window’s id', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  const two = await joinAs(room, bo).synced();
  const place = { part: 'release', section: null };
  one.provider.awareness?.setLocalState({ place, cursor: null });
  const seen = (): unknown => two.provider.awareness?.getStates().get(one.doc.clientID);
  await eventually(() => expect(seen()).toMatchObject({ person: { name: 'Ada' }, place }));
  // Bo takes Ada's name, then Ada's own id.
  two.provider.awareness?.setLocalState({ place, cursor: null, person: { id: ada.member.id, name: 'Ada' } });
  const states = (): { person?: { name: string } }[] => [
    ...(one.provider.awareness?.getStates().values() ?? []),
  ];
  await eventually(() => expect(states().map((state) => state.person?.name)).toContain('Bo'));
  two.provider.awareness?.states.set(one.doc.clientID, { place: null, cursor: null });
  two.provider.awareness?.meta.set(one.doc.clientID, { clock: 1_000_000, lastUpdated: Date.now() });
  two.provider.awareness?.emit('update', [{ added: [], updated: [one.doc.clientID], removed: [] }, 'test']);
  one.provider.awareness?.setLocalState({ place: { part: 'brief', section: null }, cursor: null });
  const three = await joinAs(room, callerNamed('Cleo')).synced();
  await eventually(() =>
    expect(three.provider.awareness?.getStates().get(one.doc.clientID)).toMatchObject({
      person: { name: 'Ada' },
      place: { part: 'brief' },
    }),
  );
});

test('a server that ends in good order has kept everything, and windows find the next one', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  one.write('The last words.');
  await eventually(() => expect(room.started.line.numbers().behind).toBe(1));
  await room.started.stop();
  expect(await kept(room)).toContain('The last words.');
  one.write('Written offline.');
  await startLine({ host: room.host, team: room.team, port: room.started.port });
  await eventually(async () => expect(await kept(room)).toContain('Written offline.'));
});

test('a narrative that is put in the trash is closed for all, and opens again when it is back', async () => {
  const room = await newRoom();
  const one = await joinAs(room).synced();
  await room.call('narratives.trash', { id: room.id });
  await eventually(() =>
    expect(one.answers).toContainEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: 'narrative-gone' }) }),
    ),
  );
  await eventually(() => expect(room.started.line.numbers()).toMatchObject({ seats: 0, narratives: 0 }));
  await room.call('narratives.restore', { id: room.id });
  const again = await joinAs(room).synced();
  again.write('Back from the trash.');
  expect((await again.keep()).kind).toBe('kept');
  expect(await kept(room)).toContain('Back from the trash.');
});

test('a library that comes back asks for many narratives at once, and is not sent away for it', async () => {
  const room = await newRoom();
  const one = joinAs(room);
  const denied: string[] = [];
  for (let count = 100; count < 210; count += 1) {
    const other = new HocuspocusProvider({
      websocketProvider: one.socket,
      name: `not-here-${count}`,
      token: JSON.stringify({ protocol: liveProtocol, format: formatVersion }),
      onAuthenticationFailed: ({ reason }) => denied.push(reason),
    });
    other.attach();
    onTestFinished(() => other.destroy());
  }
  await eventually(() => expect(denied).toHaveLength(110));
  await one.synced();
});
