import type { OutgoingHttpHeaders } from 'node:http';
import net from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Grant } from '../../../core/team/teamRecords';
import { upgradeHeaders } from '../rawHttp';
import { newTeamServer, type TestTeamServer } from './newTeamServer';

const owner: Grant = { scope: 'team', role: 'owner' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const goodBody = '{"operation":"team.read","input":{}}';

async function withMember() {
  const served = await newTeamServer();
  const member = await served.join('Ola', owner);
  const callStatus = async (headers: OutgoingHttpHeaders, body: string | Buffer = goodBody) => {
    const all = { ...member.headers, ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return (await served.send({ path: '/api', method: 'POST', headers: sent }, body)).status;
  };
  return { ...served, member, callStatus };
}

test('a call from another site never reaches the team, even with a member’s cookie', async () => {
  const { callStatus, server } = await withMember();
  expect(await callStatus({})).toBe(200);
  for (const origin of ['https://evil.example', 'null', `http://localhost:${server.port}`, `${server.url}0`])
    expect([origin, await callStatus({ origin })]).toEqual([origin, 403]);
  for (const site of ['cross-site', 'same-site'])
    expect(await callStatus({ 'sec-fetch-site': site })).toBe(403);
  for (const host of ['evil.example', 'localhost', `evil.example:${server.port}`])
    expect(await callStatus({ host })).toBe(421);
  expect(await callStatus({ 'content-type': 'text/plain' })).toBe(415);
  expect(await callStatus({ 'x-dateline': undefined })).toBe(415);
  expect(await callStatus({ ...form })).toBe(415);
});

test('a form of another site lets nobody in under somebody’s name', async () => {
  const { invite, send, team } = await newTeamServer();
  const path = `/join/${await invite(owner)}`;
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    expect((await send({ path, method: 'POST', headers: { ...form, ...headers } }, 'name=Eve')).status).toBe(
      403,
    );
  expect(await team.team.store.members()).toEqual([]);
});

test('a socket from another site, or without a session, is never opened', async () => {
  const { member, send, server } = await withMember();
  const opened = async (path: string, headers: OutgoingHttpHeaders) =>
    (await send({ path, headers: upgradeHeaders(headers) })).status;
  for (const path of ['/events', '/live']) {
    expect(await opened(path, { cookie: member.cookie, origin: server.url })).toBe(101);
    expect(await opened(path, { cookie: member.cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await opened(path, { cookie: member.cookie })).toBe(403);
    expect(await opened(path, { origin: server.url })).toBe(401);
    expect(await opened(path, { authorization: `Bearer ${'x'.repeat(43)}` })).toBe(401);
  }
});

test.each([
  [
    'expired',
    async ({ team, invite }: TestTeamServer, clock: { now: Date }) => {
      const token = await invite(owner);
      clock.now = new Date(clock.now.getTime() + 2 * 24 * 60 * 60_000);
      await team.team.store.members();
      return token;
    },
  ],
  [
    'revoked',
    async ({ team, invite }: TestTeamServer) => {
      const token = await invite(owner);
      const [invitation] = await team.team.store.invitations();
      await team.team.revokeInvitation(null, invitation?.id ?? '');
      return token;
    },
  ],
  ['never made', async () => 'x'.repeat(43)],
])('a stolen link that is %s lets nobody in, for a page or a program', async (_kind, steal) => {
  const clock = { now: new Date('2027-03-01T09:00:00Z') };
  const served = await newTeamServer({}, clock);
  const path = `/join/${await steal(served, clock)}`;
  const { send, server } = served;
  expect((await send({ path, headers: { accept: 'text/html' } })).status).toBe(410);
  expect(
    (await send({ path, method: 'POST', headers: { ...form, origin: server.url } }, 'name=Eve')).status,
  ).toBe(410);
  const program = { 'content-type': 'application/json', accept: 'application/json' };
  expect((await send({ path, method: 'POST', headers: program }, '{"name":"Eve"}')).body).toContain(
    'link-void',
  );
  expect(await served.team.team.store.members()).toEqual([]);
});

test('one link for one person lets one in, however many come at once', async () => {
  const { invite, send, server, team } = await newTeamServer();
  const path = `/join/${await invite(owner)}`;
  const headers = { ...form, origin: server.url };
  const tries = Array.from({ length: 20 }, (_, n) =>
    send({ path, method: 'POST', headers }, `name=Guest${n}`),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(await team.team.store.members()).toHaveLength(1);
});

test.each([
  '/../team.json',
  '/..%2fteam.json',
  '/%2e%2e/team.json',
  '/assets/../team.json',
  '/assets/..%2f..%2fteam.json',
  '/assets/%00',
  '/team.json',
  '//etc/passwd',
  '/join/..%2f..%2fteam.json',
  '/join/%2e%2e',
])('a path that climbs gets nothing: %s', async (path) => {
  const { member, send } = await withMember();
  const answer = await send({ path, headers: { cookie: member.cookie } });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain('dateline-team');
});

test('a body of 100 MB is refused before it is read, and others are served meanwhile', async () => {
  const { callStatus, member } = await withMember();
  const huge = { 'content-length': String(100_000_000) };
  const [status, other] = await Promise.all([
    callStatus(huge, Buffer.alloc(1)).catch(() => 'cut off'),
    member.call('team.read', {}),
  ]);
  expect([413, 'cut off']).toContain(status);
  expect(other.status).toBe(200);
  expect(await callStatus({}, 'not json')).toBe(400);
  expect(await callStatus({}, '{"operation":"team.read"')).toBe(400);
});

test('garbage before HTTP, and half a request, hold nobody up', async () => {
  const { member, server } = await withMember();
  const sockets = Array.from({ length: 50 }, () => net.connect(server.port, '127.0.0.1'));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.write(Buffer.from([0, 255, 1, 2, 3, 13, 10, 13, 10]));
  }
  const half = net.connect(server.port, '127.0.0.1');
  half.on('error', () => undefined);
  half.write('POST /api HTTP/1.1\r\nHost: x\r\n');
  expect((await member.call('team.read', {})).status).toBe(200);
  for (const socket of [...sockets, half]) socket.destroy();
});

test('one session may not open sockets without end', async () => {
  const { member, server } = await withMember();
  const codes: number[] = [];
  const sockets = Array.from({ length: 60 }, () => {
    const headers = { cookie: member.cookie, origin: server.url };
    return new WebSocket(`${server.url.replace('http', 'ws')}/events`, { headers });
  });
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.on('error', () => undefined);
          socket.on('close', (code) => {
            codes.push(code);
            resolve();
          });
          // Those that may stay answer; what is closed at once is closed by then.
          socket.on('open', () => setImmediate(() => socket.ping()));
          socket.on('pong', () => resolve());
        }),
    ),
  );
  expect(codes.filter((code) => code === 1013)).toHaveLength(20);
  for (const socket of sockets) socket.terminate();
});

test('two who come at the same moment under one name are told apart', async () => {
  const { invite, send, server, team } = await newTeamServer();
  const headers = { ...form, origin: server.url };
  const paths = await Promise.all(Array.from({ length: 4 }, async () => `/join/${await invite(owner)}`));
  const names = ['name=Ola', 'name=OLA', 'name=ola+', 'name=+Ola'];
  const came = await Promise.all(
    paths.map((path, n) => send({ path, method: 'POST', headers }, names[n] ?? '')),
  );
  expect(came.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400]);
  expect(await team.team.store.members()).toHaveLength(1);
});
