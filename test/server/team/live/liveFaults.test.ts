import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { formatVersion } from '../../../../core/format/narrativeFile';
import type { NarrativeId } from '../../../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../../../../core/narrative/narrativeDoc';
import { liveProtocol } from '../../../../core/team/liveMessages';
import { newHost, type TestHost } from '../../../host/newHost';
import { eventually } from '../../../support/eventually';
import { fillUp, mountTest, smallDisk, why } from '../../../support/smallDisk';
import { callerNamed, FakeTeam } from './fakeTeam';
import { LiveClient } from './liveClient';
import { type StartedLine, startLine } from './startLine';

const ada = callerNamed('Ada');
const eve = callerNamed('Eve');

interface Room extends TestHost {
  started: StartedLine;
  id: NarrativeId;
  /** Writes at the narrative all the time, and is not to notice anything. */
  writer: LiveClient;
}

async function newRoom(folder?: string): Promise<Room> {
  const host = await newHost(folder === undefined ? {} : { folder });
  const { id } = await host.call('narratives.create', { name: 'Harbour' });
  const started = await startLine({ host: host.host, team: new FakeTeam() });
  const writer = await new LiveClient({ url: started.urlFor(ada), narrative: id }).synced();
  return { ...host, id, started, writer };
}

async function kept({ call, id }: Room): Promise<string> {
  const { state } = await call('narratives.open', { id });
  return partFragment(decodeNarrativeDoc(Buffer.from(state, 'base64')), 'release').toString();
}

/** A socket that says what no window says; resolves once it is open. */
async function rawSocket(room: Room): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const socket = new WebSocket(room.started.urlFor(eve));
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, closed };
}

/** A message as Hocuspocus has it: the narrative, the kind, and what belongs to it. */
function message(name: string, kind: number, rest: Uint8Array | string = ''): Buffer {
  const body = typeof rest === 'string' ? text(rest) : Buffer.from(rest);
  return Buffer.concat([text(name), Buffer.from([kind]), body]);
}

function text(words: string): Buffer {
  const bytes = Buffer.from(words);
  return Buffer.concat([varUint(bytes.length), bytes]);
}

function varUint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

const token = JSON.stringify({ protocol: liveProtocol, format: formatVersion });
const authentication = (id: string) => message(id, 2, Buffer.concat([Buffer.from([0]), text(token)]));

async function writerWritesOn(room: Room, words: string): Promise<void> {
  room.writer.write(words);
  expect((await room.writer.keep()).kind).toBe('kept');
  expect(await kept(room)).toContain(words);
}

test.each([
  ['bytes of nothing', () => Buffer.from([255, 255, 255, 255, 255, 255])],
  ['an empty message', () => Buffer.alloc(0)],
  ['a name that is a path', () => message('../../etc/passwd', 0)],
  ['what only servers say to each other', (id: string) => message(id, 6, 'to all')],
  ['a kind nobody knows', (id: string) => message(id, 99)],
  ['a long speech beside the document', (id: string) => message(id, 5, 'x'.repeat(10_000))],
] as const)('%s ends the socket, and nobody else notices', async (_name, make) => {
  const room = await newRoom();
  const { socket, closed } = await rawSocket(room);
  socket.send(make(room.id));
  expect(await closed).toBe(1008);
  await writerWritesOn(room, 'Undisturbed.');
});

test('garbage in the place of a change ends the seat, and the document stays', async () => {
  const room = await newRoom();
  const before = await kept(room);
  const { socket } = await rawSocket(room);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString('latin1')));
  socket.send(authentication(room.id));
  await eventually(() => expect(room.started.line.numbers().seats).toBe(2));
  const noise = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 37) % 256));
  socket.send(message(room.id, 0, Buffer.concat([Buffer.from([2]), varUint(noise.length), noise])));
  await eventually(() => expect(heard.some((words) => words.includes('bad-request'))).toBe(true));
  await eventually(() => expect(room.started.line.numbers().seats).toBe(1));
  expect(await kept(room)).toBe(before);
  await writerWritesOn(room, 'Undisturbed.');
});

test('a hundred megabytes are not read, and nobody else notices', async () => {
  const room = await newRoom();
  const { socket, closed } = await rawSocket(room);
  socket.send(Buffer.alloc(100_000_000));
  expect(await closed).toBe(1009);
  await writerWritesOn(room, 'Undisturbed.');
});

test('ten thousand messages at once are read slowly, and nobody else waits for them', async () => {
  const room = await newRoom();
  const { socket } = await rawSocket(room);
  socket.send(authentication(room.id));
  await eventually(() => expect(room.started.line.numbers().seats).toBe(2));
  let answered = 0;
  socket.on('message', () => {
    answered += 1;
  });
  // Each asks what the server has, and would be answered with two messages.
  const question = message(room.id, 0, Buffer.from([0, 1, 0]));
  for (let count = 0; count < 10_000; count += 1) socket.send(question);
  await writerWritesOn(room, 'In between.');
  await writerWritesOn(room, 'And again.');
  expect(answered).toBeLessThan(20_000);
  socket.terminate();
});

test('more narratives than a window can have open are refused', async () => {
  const room = await newRoom();
  const { socket } = await rawSocket(room);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString('latin1')));
  for (let index = 0; index < 201; index += 1) socket.send(authentication(`narrative-${index}`));
  await eventually(() => expect(heard.filter((words) => words.includes('too-many'))).toHaveLength(1));
  await writerWritesOn(room, 'Undisturbed.');
});

mountTest(`a full disk keeps nothing and says so; room again is enough${why}`, async () => {
  const folder = await smallDisk('2m');
  const room = await newRoom(folder);
  const other = await new LiveClient({ url: room.started.urlFor(eve), narrative: room.id }).synced();
  await writerWritesOn(room, 'Before.');
  const filler = join(folder, 'filler');
  await fillUp(filler);
  room.writer.write('On a full disk.');
  const answer = await room.writer.keep();
  expect(answer).toMatchObject({ kind: 'refused', error: { code: 'disk-full' } });
  // People still see each other's words.
  await eventually(() => expect(other.text()).toContain('On a full disk.'));
  await rm(filler);
  await eventually(async () => expect((await room.writer.keep()).kind).toBe('kept'));
  expect(await kept(room)).toContain('On a full disk.');
});
