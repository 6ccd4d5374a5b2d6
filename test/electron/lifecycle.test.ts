import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { DatelineError } from '../../core/api/errors';
import { defaultSettings } from '../../core/api/shapes';
import { createFakeHost } from '../server/fakeHost';
import { boot, endBrowser, tearDown } from './double/controls';
import { app } from './double/doubleApp';
import { nativeTheme } from './double/doubleModules';
import { state } from './double/doubleState';
import { BrowserWindow } from './double/doubleWindow';
import { patience } from './patience';
import { launchShell, type StartedShell, type StartOptions, startShell } from './startedShell';

let shell: StartedShell | undefined;

afterEach(async () => {
  await shell?.stop();
  shell = undefined;
});

afterAll(endBrowser);

async function start(options: StartOptions = {}): Promise<StartedShell> {
  shell = await startShell(options);
  return shell;
}

test('a main module that waits for ready at its top level is found out', async () => {
  await expect(boot(() => app.whenReady())).rejects.toThrow(/Electron would hang/);
  await tearDown();
});

test('the library is the one asked for, else the environment’s, else the usual one', async () => {
  const asked = await start({
    args: ['--library', '/tmp/my library'],
    environment: { DATELINE_LIBRARY: '/else' },
  });
  expect(asked.hostOptions.folder).toBe('/tmp/my library');
  await asked.stop();
  const named = await start({ environment: { DATELINE_LIBRARY: '/tmp/named' } });
  expect(named.hostOptions.folder).toBe('/tmp/named');
  await named.stop();
  expect((await start()).hostOptions.folder).toBe(path.join(app.getPath('home'), 'Dateline'));
});

test.each([
  ['linux', { platform: 'linux', nativeMenus: false, titleBarInset: { left: 0, right: 140 } }],
  ['win32', { platform: 'windows', nativeMenus: false, titleBarInset: { left: 0, right: 140 } }],
  ['darwin', { platform: 'mac', nativeMenus: true, titleBarInset: { left: 80, right: 0 } }],
] as const)('on %s the page hears what the shell can do', async (platform, expected) => {
  const { hostOptions } = await start({ platform });
  expect(hostOptions.capabilities).toEqual({
    ...expected,
    version: '0.0.0-double',
    saveDialog: true,
    folderDialog: true,
  });
});

test('files opened with the app wait until the page listens, and then follow one another', async () => {
  const host = createFakeHost();
  const failing = path.join(os.tmpdir(), 'broken.dateline');
  host.openFile = async (file) => {
    if (file === failing)
      throw new DatelineError('file-damaged', 'This file is damaged.', 'Ask for another copy.');
    host.openedFiles.push(file);
  };
  await start({ host, args: ['--no-sandbox', '.', failing, 'plan.md', '--enable-x'] });
  await expect.poll(() => host.openedFiles, patience).toEqual([path.resolve('plan.md')]);
  let isPrevented = false;
  app.emit('open-file', { preventDefault: () => (isPrevented = true) }, '/later/launch.dateline');
  await expect
    .poll(() => host.openedFiles, patience)
    .toEqual([path.resolve('plan.md'), '/later/launch.dateline']);
  expect(isPrevented).toBe(true);
  expect(state.dialogs.map((dialog) => dialog.options)).toEqual([
    { title: 'This file could not be opened', content: 'This file is damaged.\n\nAsk for another copy.' },
  ]);
});

test('settings change how the shell looks and spells, at the start and later', async () => {
  const host = createFakeHost();
  host.answer('settings.read', async () => ({ ...defaultSettings, theme: 'dark', language: 'de-AT' }));
  const { page, window: appWindow } = await start({ host });
  expect(nativeTheme.themeSource).toBe('dark');
  expect(state.spelling).toMatchObject({
    isOn: true,
    languages: ['de'],
    dictionaries: 'app://bundle/dictionaries/',
  });
  await page.evaluate(() => window.dateline?.call('settings.update', { theme: 'light', language: 'xx' }));
  expect(nativeTheme.themeSource).toBe('light');
  expect(state.spelling.isOn).toBe(false);
  nativeTheme.shouldUseDarkColors = true;
  nativeTheme.emit('updated');
  expect(appWindow.options).toMatchObject({ titleBarOverlay: { color: '#161815', height: 52 } });
  nativeTheme.shouldUseDarkColors = false;
});

test('the window comes back where it was left', async () => {
  const first = await start();
  const file = path.join(app.getPath('userData'), 'window.json');
  first.window.maximize();
  await first.window.closeAndWait();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    position: { x: 0, y: 0 },
    width: 1280,
    height: 860,
    isMaximized: true,
  });
  await first.stop();
  await writeFile(file, '{"position":{"x":100,"y":50},"width":900,"height":700,"isMaximized":true}');
  const second = await start();
  expect(second.window.options).toMatchObject({ x: 100, y: 50, width: 900, height: 700 });
  expect(second.window.isMaximized()).toBe(true);
  await second.stop();
  await writeFile(file, '{"position":{"x":9000,"y":50},"width":900,"height":700,"isMaximized":false}');
  const third = await start();
  expect(third.window.options).toMatchObject({ width: 900, height: 700 });
  expect(third.window.options).not.toHaveProperty('x');
});

test('quitting waits until the host has written everything', async () => {
  const host = createFakeHost();
  let finishWriting: () => void = () => undefined;
  let closings = 0;
  host.close = () => {
    closings += 1;
    return new Promise((resolve) => {
      finishWriting = resolve;
    });
  };
  const { window } = await start({ host });
  await window.closeAndWait();
  await expect.poll(() => closings, patience).toBe(1);
  await app.quitAndWait();
  expect([closings, state.exitCode]).toEqual([1, null]);
  finishWriting();
  await expect.poll(() => state.exitCode, patience).toBe(0);
});

test('a host that cannot finish says so before the app ends', async () => {
  const host = createFakeHost();
  host.close = async () => {
    throw new DatelineError('disk-full', 'The disk is full.', 'Make room, then start Dateline again.');
  };
  await start({ host });
  await app.quitAndWait();
  await expect.poll(() => state.exitCode, patience).toBe(0);
  expect(state.dialogs.at(-1)?.options).toEqual({
    title: 'Not everything was written',
    content: 'The disk is full.\n\nMake room, then start Dateline again.',
  });
});

test('on macOS the app outlives its window and opens another', async () => {
  const { window, host } = await start({ platform: 'darwin' });
  await window.closeAndWait();
  expect([state.exitCode, host.isClosed]).toEqual([null, false]);
  app.emit('activate', {}, false);
  expect(BrowserWindow.getAllWindows()).toHaveLength(1);
  const [next] = BrowserWindow.getAllWindows();
  const page = await next?.page;
  await page?.waitForFunction(() => Reflect.get(globalThis, 'isStarted') === true);
});

test.each([
  [
    new DatelineError('read-only', 'This folder cannot be written to.', 'Choose another folder.'),
    'This folder cannot be written to.\n\nChoose another folder.',
  ],
  [new Error('ENOENT at /home/someone/secret'), expect.not.stringMatching(/ENOENT|secret/)],
])('a start that fails says why, calmly, and ends', async (thrown, content) => {
  const { stop } = await launchShell({ startHost: () => Promise.reject(thrown) });
  expect(state.dialogs).toEqual([
    { kind: 'showErrorBox', options: { title: 'Dateline could not start', content } },
  ]);
  expect(state.exitCode).toBe(1);
  await stop();
});

test('a second start hands its files to the first and ends', async () => {
  const handed: unknown[] = [];
  const handOver = async (message: object) => {
    handed.push(message);
    return { url: 'http://127.0.0.1:4000/open?t=x' };
  };
  const { stop } = await launchShell({
    args: ['plan.md'],
    startHost: async () => ({ owner: false, handOver }),
  });
  expect(handed).toEqual([{ files: [path.resolve('plan.md')], options: {} }]);
  expect(state.openedOutside).toEqual(['http://127.0.0.1:4000/open?t=x']);
  expect([state.exitCode, BrowserWindow.getAllWindows()]).toEqual([0, []]);
  await stop();
});

test('the first start shows its window and opens what it was handed', async () => {
  const { host, hostOptions, window } = await start({ platform: 'darwin' });
  expect(await hostOptions.onHandOver?.({ files: ['/a.md'], options: {} }, host)).toEqual({});
  await expect.poll(() => host.openedFiles, patience).toEqual(['/a.md']);
  expect([window.isFocused, BrowserWindow.getAllWindows()]).toEqual([true, [window]]);
  await window.closeAndWait();
  await hostOptions.onHandOver?.({ files: ['/b.md'], options: {} }, host);
  expect(BrowserWindow.getAllWindows()).toHaveLength(1);
  await expect.poll(() => host.openedFiles, patience).toEqual(['/a.md', '/b.md']);
});
