import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startLocalServer } from '../../server/local/localServer';
import { createFakeHost, fakeAsset } from './fakeHost';
import { callHeaders, openSession, rawRequest } from './rawHttp';

const host = createFakeHost();
let folder: string;
let server: LocalServer;
let cookie: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-static-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><h1>Dateline</h1>');
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'assets', 'main-x1.js'), 'export {}');
  server = await startLocalServer({ host, staticFolder: folder });
  cookie = await openSession(server);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (target: string, headers = {}) =>
  rawRequest(server.port, { path: target, headers: { cookie, ...headers } });
const call = (body: string | Buffer, headers = {}) =>
  rawRequest(
    server.port,
    { path: '/api', method: 'POST', headers: { ...callHeaders(server, cookie), ...headers } },
    body,
  );

test('a link is exchanged once for a cookie that scripts and other sites cannot use', async () => {
  const link = new URL(server.newLink());
  const first = await rawRequest(server.port, { path: link.pathname + link.search });
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']?.[0]).toMatch(
    new RegExp(`^dateline_${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
  );
  const second = await rawRequest(server.port, { path: link.pathname + link.search });
  expect(second.status).toBe(403);
  expect(second.body).toContain('start Dateline again');
});

test('a used link leads a browser that has the session on to the app', async () => {
  const answer = await get('/open?t=used');
  expect([answer.status, answer.headers.location]).toEqual([303, '/']);
});

test('only the newest links stay valid', async () => {
  const oldest = new URL(server.newLink());
  for (let index = 0; index < 10; index++) server.newLink();
  const answer = await rawRequest(server.port, { path: oldest.pathname + oldest.search });
  expect(answer.status).toBe(403);
});

test('the app and its files are served with their types and every protective header', async () => {
  const page = await get('/');
  expect(page.body).toContain('<h1>Dateline</h1>');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  const script = await get('/assets/main-x1.js');
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await get('/assets/missing.js')).status).toBe(404);
});

test('a stored picture is kept by the browser for good and is inert', async () => {
  const answer = await get(`/assets/${fakeAsset.name}`);
  expect([answer.status, answer.body]).toEqual([200, '<svg/>']);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
  });
});

test('health is told without a session', async () => {
  const answer = await rawRequest(server.port, { path: '/healthz' });
  expect([answer.status, answer.body]).toEqual([200, '{"ok":true}']);
});

test('a browser without a session is told calmly how to get a link; a program gets data', async () => {
  const page = await rawRequest(server.port, { path: '/', headers: { accept: 'text/html,*/*' } });
  expect([page.status, page.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
  expect(page.body).toContain('This link was used');
  const data = await rawRequest(server.port, { path: '/' });
  expect(JSON.parse(data.body)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test('a call answers a result, and a fault tells no details', async () => {
  const good = await call('{"operation":"settings.read","input":{}}');
  expect(JSON.parse(good.body)).toMatchObject({ ok: true, value: { theme: 'system' } });
  host.answer('settings.read', async () => {
    throw new Error('secret in /home/someone/private');
  });
  const fault = await call('{"operation":"settings.read","input":{}}');
  expect(JSON.parse(fault.body)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(fault.body).not.toMatch(/secret|private|at /);
});

test('a message that is too large is refused with the limit said', async () => {
  const answer = await call('{}', { 'content-length': '60000000' }).catch((error: Error) => error);
  expect(answer).toMatchObject({ status: 413 });
  const { error } = JSON.parse((answer as { body: string }).body);
  expect(error).toMatchObject({ code: 'file-too-large', message: expect.stringContaining('42 MB') });
});

test('a message that is no call is refused as data', async () => {
  for (const body of ['', '{', 'null', '[]', '{"operation":"settings.read","input":{},"more":1}']) {
    const answer = await call(body);
    expect([answer.status, JSON.parse(answer.body).error.code], body).toEqual([400, 'bad-request']);
  }
});

test('closing ends every connection and frees the port', async () => {
  const other = await startLocalServer({ host, staticFolder: folder });
  await other.close();
  await expect(rawRequest(other.port, { path: '/healthz' })).rejects.toThrow(/ECONNREFUSED/);
  const again = await startLocalServer({ host, staticFolder: folder, port: other.port });
  expect(again.port).toBe(other.port);
  await again.close();
});
