import { expect, test } from 'vitest';
import { createServerLog } from '../../../server/team/serverLog';
import type { RawAnswer } from '../rawHttp';
import { newTeamServer, sessionFrom } from './newTeamServer';

const everything = { scope: 'team', role: 'owner' } as const;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('an invitation asks for a name, and looking at it uses nothing up', async () => {
  const { send, invite, server } = await newTeamServer();
  const path = `/join/${await invite({ scope: 'team', role: 'reviewer' })}`;
  for (let look = 0; look < 3; look += 1) {
    const page = await send({ path, headers: { 'sec-fetch-site': 'cross-site', ...visit } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('You will read, comment and suggest.');
    expect(page.headers['content-security-policy']).toContain("form-action 'self'");
  }
  expect((await send({ path, method: 'HEAD', headers: visit })).status).not.toBe(200);
  const headers = { ...form, origin: server.url };
  const joined = await send({ path, method: 'POST', headers }, 'name=Ola+Berg');
  expect([joined.status, joined.headers.location]).toEqual([303, '/']);
  const port = new URL(server.url).port;
  expect(joined.headers['set-cookie']?.[0]).toMatch(
    new RegExp(`^dateline-team_${port}=[\\w-]{43}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax$`),
  );
  const again = await send({ path, method: 'POST', headers }, 'name=Ida+Holm');
  expect(again.status).toBe(410);
  expect(again.body).toContain('somebody has used it');
});

const visit = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', accept: 'text/html' };

test('behind TLS the cookie is bound to this server alone', async () => {
  const { send, invite, server } = await newTeamServer({ publicUrl: 'https://dateline.example/' });
  expect(server.url).toBe('https://dateline.example');
  const path = `/join/${await invite(everything)}`;
  const headers = { ...form, origin: 'https://dateline.example' };
  const { headers: answered } = await send({ path, method: 'POST', headers }, 'name=Ola');
  expect(answered['set-cookie']?.[0]).toMatch(
    /^__Host-dateline-team=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test.each([
  ['', 'Under what name do the others know you?'],
  ['name=', 'Under what name do the others know you?'],
  ['name=%20', 'Under what name do the others know you?'],
  [`name=${'x'.repeat(201)}`, 'Under what name do the others know you?'],
  ['name=OLA++berg', 'called “OLA  berg” already'],
])('a name is asked for again, and the invitation still holds: %s', async (body, sentence) => {
  const { send, invite, join, server } = await newTeamServer();
  await join('Ola Berg', everything);
  const path = `/join/${await invite(everything)}`;
  const headers = { ...form, origin: server.url };
  const asked = await send({ path, method: 'POST', headers }, body);
  expect(asked.status).toBe(400);
  expect(asked.body).toContain(sentence);
  expect((await send({ path, method: 'POST', headers }, 'name=Ida')).status).toBe(303);
});

test('a name that is markup stays text', async () => {
  const { send, invite, join, server } = await newTeamServer();
  await join('<b>Ola</b>', everything);
  const path = `/join/${await invite(everything)}`;
  const body = new URLSearchParams({ name: '<b>Ola</b>' }).toString();
  const asked = await send({ path, method: 'POST', headers: { ...form, origin: server.url } }, body);
  expect(asked.body).not.toContain('<b>Ola');
  expect(asked.body).toContain('&lt;b&gt;Ola');
});

test('a member who opens another invitation stays who they are and gets what it gives', async () => {
  const { send, invite, join, server, team } = await newTeamServer();
  await join('Ola', everything);
  const ida = await join('Ida', { scope: 'team', role: 'reader' });
  const path = `/join/${await invite({ scope: 'team', role: 'coauthor' })}`;
  const page = await send({ path, headers: { ...visit, cookie: ida.cookie } });
  expect(page.body).toContain('You are signed in as Ida.');
  const headers = { ...form, origin: server.url, cookie: ida.cookie };
  expect((await send({ path, method: 'POST', headers }, '')).status).toBe(303);
  const members = await team.team.store.members();
  expect(members.map(({ name }) => name)).toEqual(['Ola', 'Ida']);
  expect(members[1]?.grants).toEqual([{ scope: 'team', role: 'coauthor' }]);
});

test('the desktop app is let in with an answer it can read, and then asks with its session in a header', async () => {
  const { send, invite } = await newTeamServer();
  const path = `/join/${await invite(everything)}`;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify({ name: 'Ola', device: 'Dateline on Linux' });
  const joined = JSON.parse((await send({ path, method: 'POST', headers }, body)).body);
  expect(joined).toMatchObject({
    ok: true,
    value: { member: { name: 'Ola' }, team: { name: 'Osterby launches' } },
  });
  const asked = await send(
    {
      path: '/api',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-dateline': '1',
        authorization: `Bearer ${joined.value.session}`,
      },
    },
    '{"operation":"team.read","input":{}}',
  );
  expect(JSON.parse(asked.body)).toMatchObject({ ok: true, value: { me: { name: 'Ola' } } });
  const refused = await send({ path, method: 'POST', headers }, body);
  expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'link-void' } });
});

test('a stranger reads nothing: neither the app nor a picture nor an answer', async () => {
  const { send, server } = await newTeamServer();
  for (const path of ['/', '/index.html', '/assets/a.png', '/events', '/live', '/nothing', '/join']) {
    const answer = await send({ path, headers: {} });
    expect([path, answer.status]).toEqual([path, 401]);
  }
  const call = { 'content-type': 'application/json', 'x-dateline': '1', origin: server.url };
  const answer = await send({ path: '/api', method: 'POST', headers: call }, '{}');
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  const page = await send({ path: '/', headers: visit });
  expect(page.body).toContain('You are not signed in here.');
});

test('members get the app, and their calls are answered by role', async () => {
  const { send, join } = await newTeamServer();
  const owner = await join('Ola', everything);
  const reader = await join('Ida', { scope: 'team', role: 'reader' });
  expect((await send({ path: '/', headers: { ...visit, cookie: owner.cookie } })).body).toContain(
    '<h1>Dateline</h1>',
  );
  expect(JSON.parse((await owner.call('narratives.create', { name: 'One' })).body)).toMatchObject({
    ok: true,
  });
  expect(JSON.parse((await reader.call('narratives.create', { name: 'Two' })).body)).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test('machines may ask whether it runs and whether it can keep what it is given', async () => {
  let isFull = false;
  const { send } = await newTeamServer({
    checkStore: async () => {
      if (isFull) throw new Error('no room');
    },
  });
  const asked = async (path: string) => (await send({ path, headers: { host: '10.0.0.7' } })).status;
  expect([await asked('/healthz'), await asked('/readyz')]).toEqual([200, 200]);
  isFull = true;
  expect([await asked('/healthz'), await asked('/readyz')]).toEqual([200, 503]);
});

test('metrics are there for whoever has their token, and count without naming anything', async () => {
  const { send, join } = await newTeamServer({ metricsToken: 'a-token-of-metrics' });
  const ola = await join('Ola Berg', everything);
  await ola.call('narratives.create', { name: 'Harbour lights' });
  expect((await send({ path: '/metrics' })).status).toBe(401);
  const { body } = await send({ path: '/metrics', headers: { authorization: 'Bearer a-token-of-metrics' } });
  expect(body).toContain('dateline_live_sockets 0');
  expect(body).toMatch(/dateline_request_seconds_count\{route="\/api",status="200"\} 1/);
  expect(body).not.toMatch(/Ola|Harbour/);
  const { send: sendToOther } = await newTeamServer();
  expect((await sendToOther({ path: '/metrics' })).status).toBe(401);
});

test('the log tells of requests, and of no name, token or text', async () => {
  const { join, send, invite, log } = await newTeamServer();
  const ola = await join('Ola Berg', everything);
  const token = await invite(everything);
  await send({ path: `/join/${token}`, headers: visit });
  await ola.call('narratives.create', { name: 'Harbour lights' });
  expect(log.map((line) => JSON.parse(line).route)).toEqual(['/join/:token', '/join/:token', '/api']);
  expect(log.join('')).not.toMatch(/Ola|Harbour/);
  expect(log.join('')).not.toContain(token);
  expect(log.join('')).not.toContain(ola.cookie.split('=')[1]);
});

test('a line of the log is one line, whatever is in it', () => {
  const lines: string[] = [];
  createServerLog(
    (line) => lines.push(line),
    () => new Date(0),
  )('info', 'a\nb', { field: 'c\n"d' });
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'a\nb', field: 'c\n"d' });
});

test('too many calls at once are told to come again, and others are served', async () => {
  const { join } = await newTeamServer();
  const [busy, calm] = [await join('Ola', everything), await join('Ida', everything)];
  const told: RawAnswer[] = [];
  while (told.length === 0) {
    const some = await Promise.all(Array.from({ length: 100 }, () => busy.call('team.none', {})));
    told.push(...some.filter(({ status }) => status === 429));
  }
  expect(JSON.parse(told[0]?.body ?? '')).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  expect((await calm.call('team.read', {})).status).toBe(200);
});

test('a session ends with its time, and a removed member is a stranger at once', async () => {
  const clock = { now: new Date('2027-03-01T09:00:00Z') };
  const { join, team, send, server, invite } = await newTeamServer({}, clock);
  await join('Owner', everything);
  const ola = await join('Ola', everything);
  const [, member] = await team.team.store.members();
  await team.team.removeMember(null, member?.id ?? '');
  expect((await ola.call('team.read', {})).status).toBe(401);
  const headers = { ...form, origin: server.url };
  const path = `/join/${await invite(everything)}`;
  const ida = sessionFrom(await send({ path, method: 'POST', headers }, 'name=Ida'), { server, send });
  expect((await ida.call('team.read', {})).status).toBe(200);
  clock.now = new Date('2027-04-01T09:00:00Z');
  expect((await ida.call('team.read', {})).status).toBe(401);
});

test('a link for a member signs them in on another device, once, and nobody but they or an owner makes it', async () => {
  const { join, send, server, team } = await newTeamServer();
  const owner = await join('Ola', everything);
  const reader = await join('Ida', { scope: 'team', role: 'reader' });
  const [ola, ida] = await team.team.store.members();
  const linkFor = async (who: typeof reader, member: string | undefined) =>
    JSON.parse((await who.call('team.linkFor', { member })).body);
  expect(await linkFor(reader, ola?.id)).toMatchObject({ error: { code: 'not-allowed' } });
  for (const maker of [reader, owner]) {
    const { path } = (await linkFor(maker, ida?.id)).value;
    expect((await send({ path, headers: visit })).body).toContain('signs you in as Ida');
    const headers = { ...form, origin: server.url };
    const again = sessionFrom(await send({ path, method: 'POST', headers }, 'name=Eve'), { server, send });
    expect(JSON.parse((await again.call('team.read', {})).body).value.me).toMatchObject({ name: 'Ida' });
    expect((await send({ path, method: 'POST', headers }, '')).status).toBe(410);
  }
  expect(await team.team.store.members()).toHaveLength(2);
});
