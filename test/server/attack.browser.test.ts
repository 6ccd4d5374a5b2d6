import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalServer, startLocalServer } from '../../server/local/localServer';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { createFakeHost } from './fakeHost';

const host = createFakeHost();
let browser: Browser;
let folder: string;
let server: LocalServer;
let elsewhere: http.Server;
let context: BrowserContext;
let page: Page;

const html =
  '<!doctype html><title>Dateline</title><h1>Dateline</h1><script>window.inlineRan = true</script><script src="/own.js"></script>';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-browser-'));
  await writeFile(path.join(folder, 'index.html'), html);
  await writeFile(path.join(folder, 'own.js'), 'window.ownRan = true');
  server = await startLocalServer({ host, staticFolder: folder });
  elsewhere = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<h1>Elsewhere</h1>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium({ args: ['--host-resolver-rules=MAP rebound.example 127.0.0.1'] });
});

afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await server.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(server.newLink());
  host.calls.length = 0;
});

const own = () => `http://127.0.0.1:${server.port}`;
const elsewherePort = () => (elsewhere.address() as AddressInfo).port;

/** Calls from inside a page; what the page could learn of the answer comes back. */
function callFrom(from: Page, target: string, mode: 'cors' | 'no-cors' = 'cors'): Promise<string> {
  return from.evaluate(
    async ([url, fetchMode]) => {
      const request: RequestInit = {
        method: 'POST',
        mode: fetchMode,
        credentials: 'include',
        keepalive: true,
        body: '{"operation":"settings.read","input":{}}',
        ...(fetchMode === 'cors' && { headers: { 'content-type': 'application/json', 'x-dateline': '1' } }),
      };
      const answer = await fetch(`${url}/api`, request).catch(() => null);
      return answer ? `${answer.type} ${answer.status}` : 'blocked';
    },
    [target, mode] as const,
  );
}

function listenFrom(from: Page, target: string): Promise<string> {
  return from.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/events`);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('blocked');
      }),
    target,
  );
}

test('the own page calls, listens and keeps its session; inline script does not run', async () => {
  expect(page.url()).toBe(`${own()}/`);
  await eventually(async () =>
    expect(
      await page.evaluate(() => [Reflect.get(window, 'ownRan'), Reflect.get(window, 'inlineRan')]),
    ).toEqual([true, undefined]),
  );
  expect(await callFrom(page, own())).toBe('basic 200');
  expect(host.calls).toEqual(['settings.read']);
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/events`);
        socket.onmessage = (message) => resolve(String(message.data));
        socket.onopen = () => void fetch('/healthz').then(() => (document.title = 'listening'));
      }),
  );
  await page.waitForFunction(() => document.title === 'listening');
  host.emit({ event: 'library.changed', data: {} });
  expect(JSON.parse(await heard)).toEqual({ event: 'library.changed', data: {} });
  expect((await page.reload())?.status()).toBe(200);
  await eventually(async () => expect(await page.evaluate(() => document.cookie)).toBe(''));
});

test.each(['127.0.0.1', 'localhost'])('a page of another port on %s reaches nothing', async (name) => {
  const other = await context.newPage();
  await other.goto(`http://${name}:${elsewherePort()}/`);
  expect(await callFrom(other, own())).toBe('blocked');
  expect(await callFrom(other, own(), 'no-cors')).toMatch(/blocked|opaque 0/);
  expect(await listenFrom(other, own())).toBe('blocked');
  expect(host.calls).toEqual([]);
});

test('a page of another port can neither frame nor read the app, nor load its scripts', async () => {
  const other = await context.newPage();
  await other.goto(`http://127.0.0.1:${elsewherePort()}/`);
  const answers: number[] = [];
  other.on('response', (response) => answers.push(response.status()));
  const outcome = await other.evaluate(
    (target) =>
      new Promise<string>((resolve) => {
        const script = document.createElement('script');
        script.src = `${target}/own.js`;
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('blocked');
        const frame = document.createElement('iframe');
        frame.src = `${target}/`;
        frame.onload = () => document.body.append(script);
        document.body.append(frame);
      }),
    own(),
  );
  expect(outcome).toBe('blocked');
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  expect(answers.every((status) => status === 401 || status === 403)).toBe(true);
});

test('a rebound name shows nothing', async () => {
  const other = await context.newPage();
  const answer = await other.goto(`http://rebound.example:${server.port}/`);
  expect(answer?.status()).toBe(421);
  expect(await callFrom(other, `http://rebound.example:${server.port}`)).toBe('basic 421');
  expect(await listenFrom(other, `http://rebound.example:${server.port}`)).toBe('blocked');
  expect(host.calls).toEqual([]);
});

test('a link handed over in a file, as when a browser is opened, arrives with its session', async () => {
  const file = path.join(folder, 'handover.html');
  const visitor = await (await browser.newContext()).newPage();
  await writeFile(file, `<meta http-equiv="refresh" content="0;url=${server.newLink()}">`);
  await visitor.goto(pathToFileURL(file).href);
  await visitor.waitForURL(`${own()}/`);
  await visitor.getByRole('heading', { name: 'Dateline', exact: true, level: 1 }).waitFor();
  await visitor.context().close();
});

test('a browser without a session sees a calm page', async () => {
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto(`${own()}/`);
  expect(answer?.status()).toBe(401);
  await stranger.getByRole('heading', { name: 'This link was used', exact: true, level: 1 }).waitFor();
  await stranger.context().close();
});
