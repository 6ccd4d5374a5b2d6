import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalServer, startLocalServer } from '../../server/local/localServer';
import { createFakeHost } from './fakeHost';
import { callHeaders, openSession, rawRequest, upgradeHeaders } from './rawHttp';

const host = createFakeHost();
const goodBody = '{"operation":"settings.read","input":{}}';
let parent: string;
let server: LocalServer;
let cookie: string;
let own: string;

beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'dateline-attack-'));
  await writeFile(path.join(parent, 'secret.json'), '"the secret"');
  const staticFolder = await mkdtemp(path.join(parent, 'static-'));
  await writeFile(path.join(staticFolder, 'index.html'), '<h1>Dateline</h1>');
  await writeFile(path.join(staticFolder, '.hidden.json'), '"the secret"');
  await symlink('index.html', path.join(staticFolder, 'page.exe'));
  server = await startLocalServer({ host, staticFolder });
  cookie = await openSession(server);
  own = `http://127.0.0.1:${server.port}`;
});

afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

afterEach(() => expect(host.calls).toEqual([]));

async function callStatus(headers: OutgoingHttpHeaders, body = goodBody): Promise<number> {
  const all = { ...callHeaders(server, cookie), ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return (await rawRequest(server.port, { path: '/api', method: 'POST', headers: sent }, body)).status;
}

async function upgradeStatus(headers: OutgoingHttpHeaders): Promise<number> {
  return (await rawRequest(server.port, { path: '/events', headers: upgradeHeaders(headers) })).status;
}

/** Sends bytes as they are and gives back the first line of the answer. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.port, '127.0.0.1', () => socket.end(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

describe('a call from elsewhere never reaches a handler', () => {
  const attacks: [name: string, status: number, headers: OutgoingHttpHeaders][] = [
    ['without a session', 401, { cookie: undefined }],
    ['with a guessed session', 401, { cookie: 'dateline_0=guess' }],
    ['with a rebound name', 421, { host: 'evil.example' }],
    ['with our name as a prefix', 421, { host: '127.0.0.1.evil.example' }],
    ['from another port', 403, { origin: 'http://127.0.0.1:1' }],
    ['from another site', 403, { origin: 'https://evil.example' }],
    ['from a sandboxed frame', 403, { origin: 'null' }],
    ['from https on our name', 403, { origin: 'https://127.0.0.1' }],
    ['marked cross-site', 403, { 'sec-fetch-site': 'cross-site' }],
    ['marked same-site, as another port is', 403, { 'sec-fetch-site': 'same-site' }],
    ['as plain text', 415, { 'content-type': 'text/plain' }],
    ['as a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as a file upload', 415, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['as almost JSON', 415, { 'content-type': 'application/jsonp' }],
    ['without our header', 415, { 'x-dateline': undefined }],
    ['with another value in our header', 415, { 'x-dateline': '2' }],
  ];
  test.each(attacks)('%s', async (_name, status, headers) => {
    expect(await callStatus(headers)).toBe(status);
  });

  test('with this port under another name', async () => {
    expect(await callStatus({ host: `evil.example:${server.port}` })).toBe(421);
  });

  test('by reaching for the prototype', async () => {
    expect(
      await callStatus({}, '{"__proto__":{"operation":"settings.read"},"operation":"x","input":{}}'),
    ).toBe(400);
    expect(await callStatus({}, '{"operation":"__proto__","input":{}}')).toBe(200);
    expect(await callStatus({}, '{"operation":"constructor","input":{}}')).toBe(200);
  });

  test('by GET, or by another method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'TRACE', 'PROPFIND']) {
      const answer = await rawRequest(server.port, {
        path: '/api',
        method,
        headers: callHeaders(server, cookie),
      });
      expect(answer.status, method).toBeGreaterThanOrEqual(400);
    }
  });
});

test('a preflight is granted nothing', async () => {
  for (const origin of [own, 'https://evil.example', 'null']) {
    const headers = { origin, cookie, 'access-control-request-method': 'POST' };
    const answer = await rawRequest(server.port, { path: '/api', method: 'OPTIONS', headers });
    expect(answer.status).toBeGreaterThanOrEqual(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('events are only for our own page', async () => {
  expect(await upgradeStatus({ cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await upgradeStatus({ cookie, origin: 'http://127.0.0.1:1' })).toBe(403);
  expect(await upgradeStatus({ cookie, origin: 'null' })).toBe(403);
  expect(await upgradeStatus({ cookie })).toBe(403);
  expect(await upgradeStatus({ origin: own })).toBe(401);
  expect(await upgradeStatus({ cookie, origin: own, host: 'evil.example' })).toBe(421);
  expect(await upgradeStatus({ cookie, origin: own })).toBe(101);
});

test('a link is not given away', async () => {
  const { pathname, search } = new URL(server.newLink());
  const ask = (headers: OutgoingHttpHeaders, target = pathname + search, method = 'GET') =>
    rawRequest(server.port, { path: target, method, headers });
  expect((await ask({ host: 'evil.example' })).status).toBe(421);
  expect((await ask({}, pathname + search, 'HEAD')).status).toBeGreaterThanOrEqual(400);
  for (const guess of [
    '/open',
    '/open?t=',
    '/open?t=x',
    `${pathname}${search}&t=x`,
    `/open?T${search.slice(2)}`,
  ])
    expect((await ask({}, guess)).status, guess).toBe(403);
  expect((await ask({})).status).toBe(303);
});

test('no address leads out of the static folder, in any encoding', async () => {
  const addresses = [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/%252e%252e%252fsecret.json',
    '/assets/../../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/./../secret.json',
    '//secret.json',
    '/.hidden.json',
    '/page.exe',
    '/C:/secret.json',
    '/secret.json%00.html',
    '/%c0%ae%c0%ae/secret.json',
  ];
  for (const address of addresses) {
    const answer = await rawRequest(server.port, { path: address, headers: { cookie } });
    expect(answer.status, address).toBeGreaterThanOrEqual(400);
    expect(answer.body, address).not.toContain('the secret');
  }
});

test('malformed requests end without a stack trace', async () => {
  const host = `Host: 127.0.0.1:${server.port}\r\n`;
  expect(await sendBytes('GET / HTTP/1.1\r\n\r\n')).toMatch(/ 400 /);
  expect(await sendBytes(`GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/ 431 /);
  expect(await sendBytes('\u0016\u0003\u0001nonsense')).toMatch(/ 400 /);
  expect(await sendBytes(`GET http://evil.example/ HTTP/1.1\r\n${host}\r\n`)).toMatch(/ 40\d /);
  expect(
    await sendBytes(
      `POST /api HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ),
  ).toMatch(/ 400 /);
  const answer = await rawRequest(server.port, { path: '/%zz', headers: { cookie } });
  expect(answer.status).toBe(400);
  expect(answer.body).not.toMatch(/\.[jt]s:\d/);
});
