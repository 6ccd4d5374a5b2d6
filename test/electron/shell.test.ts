import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callChannel } from '../../core/api/channels';
import { commandIds, commands } from '../../core/commands/commands';
import '../../renderer/client/bridgeTransport';
import type { Operation } from '../../core/api/operations';
import { fakeAsset } from '../server/fakeHost';
import { eventually } from '../support/eventually';
import { askPermission, endBrowser, invokeFrom, menuItems } from './double/controls';
import { app } from './double/doubleApp';
import { state } from './double/doubleState';
import { patience } from './patience';
import { type StartedShell, startShell } from './startedShell';

let shell: StartedShell;

beforeAll(async () => {
  shell = await startShell();
});
afterAll(async () => {
  await shell.stop();
  await endBrowser();
});
beforeEach(() => {
  shell.host.calls.length = 0;
  state.openedOutside.length = 0;
  state.blocked.length = 0;
});

/** Calls through the page's bridge, which is what the renderer does. */
const call = (operation: string, input: object) =>
  shell.page.evaluate(({ name, value }) => window.dateline?.call(name as Operation, value), {
    name: operation,
    value: input,
  });

/** Reads an address of the app as one of its pages does. */
const read = (address: string, method = 'GET') =>
  state.protocolHandlers.get('app')?.(new Request(address, { method })) ?? Response.error();

describe('the bridge', () => {
  test('carries a call to the host and its answer back', async () => {
    expect(await call('settings.read', {})).toMatchObject({ ok: true, value: { theme: 'system' } });
    expect(shell.host.calls).toEqual(['settings.read']);
  });

  test('carries errors as data', async () => {
    expect(await call('narratives.open', { id: '../x' })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(await call('guidance.read', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('lets through only the operations of the contract', async () => {
    for (const name of ['library.drop', '__proto__', 'constructor', ''])
      expect(await call(name, {}), name).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
    expect(shell.host.calls).toEqual([]);
  });

  test('is all that a page gets, and cannot be changed', async () => {
    const seen = await shell.page.evaluate(() => {
      const bridge = window.dateline ?? {};
      return {
        keys: Object.keys(bridge),
        isFrozen: Object.isFrozen(bridge),
        globals: ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
      };
    });
    expect(seen).toEqual({ keys: ['call', 'on'], isFrozen: true, globals: [] });
  });

  test('tells events until the listener is taken away', async () => {
    shell.host.emit({ event: 'library.changed', data: {} });
    await shell.page.waitForFunction(() => (Reflect.get(window, 'heard') as unknown[]).length === 1);
    await shell.page.evaluate(() => {
      Reflect.get(window, 'stopHearing')();
      Object.assign(window, { later: [] });
      window.dateline?.on((message: unknown) => Reflect.get(window, 'later').push(message));
    });
    shell.host.emit({ event: 'narrative.gone', data: { id: 'abcdefabcdef' as never, reason: 'trashed' } });
    await shell.page.waitForFunction(() => (Reflect.get(window, 'later') as unknown[]).length === 1);
    await eventually(async () =>
      expect(await shell.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
        { event: 'library.changed', data: {} },
      ]),
    );
  });
});

describe('the door of the host', () => {
  const senders: [name: string, frame: unknown][] = [
    ['no frame', null],
    ['a frame inside the page', { url: 'app://bundle/', parent: {} }],
    ['another host of our scheme', { url: 'app://bundle.evil/', parent: null }],
    ['a web page', { url: 'https://bundle/', parent: null }],
    ['a name that begins like ours', { url: 'app://bundle@evil.example/', parent: null }],
    ['a file', { url: 'file:///app://bundle/', parent: null }],
    ['no address', { url: '', parent: null }],
  ];
  test.each(senders)('is closed to %s', async (_name, frame) => {
    expect(await invokeFrom(frame, callChannel, 'settings.read', {})).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(shell.host.calls).toEqual([]);
  });

  test('is the only one', async () => {
    expect(
      await invokeFrom({ url: 'app://bundle/', parent: null }, callChannel, 'settings.read', {}),
    ).toMatchObject({
      ok: true,
    });
  });
});

describe('the app’s own addresses', () => {
  test('serve the page under the policy, so inline script does not run', async () => {
    const page = await read('app://bundle/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    await expect.poll(() => state.console.join(), patience).toContain('Content Security Policy');
    await eventually(async () =>
      expect(await shell.page.evaluate(() => Reflect.get(window, 'inlineRan'))).toBeUndefined(),
    );
  });

  test('serve a stored picture, inert and kept for good', async () => {
    const picture = await read(`app://bundle/assets/${fakeAsset.name}`);
    expect(await picture.text()).toBe('<svg/>');
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': expect.stringContaining('immutable'),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  test.each([
    ['app://bundle/../package.json', 404],
    ['app://bundle/%2e%2e/package.json', 404],
    ['app://bundle/%2e%2e%2fpackage.json', 404],
    ['app://bundle/..%5cpackage.json', 404],
    ['app://bundle//etc/passwd', 404],
    ['app://bundle/preload.cjs', 404],
    ['app://bundle/assets/..%2f..%2fpackage.json', 404],
    ['app://elsewhere/index.html', 403],
    ['app://bundle.elsewhere/index.html', 403],
  ])('%s leads nowhere', async (address, status) => {
    expect((await read(address)).status).toBe(status);
  });

  test('only answer GET', async () => {
    expect((await read('app://bundle/', 'POST')).status).toBe(403);
  });
});

describe('a page stays where it is', () => {
  const follow = async (id: string) => {
    await shell.page.click(id);
    await expect.poll(() => state.blocked.length + state.openedOutside.length, patience).toBeGreaterThan(0);
    expect(new URL(shell.page.url()).hostname).toBe('bundle.app.electron-double.invalid');
    // A window that was refused is seen for a moment before it is gone.
    await expect.poll(() => shell.page.context().pages().length, patience).toBe(1);
    return state.openedOutside;
  };

  test('a link opens in the person’s browser', async () => {
    expect(await follow('#outside')).toEqual(['https://example.org/read']);
  });

  test('a link that asks for a new window opens in the person’s browser', async () => {
    expect(await follow('#popup')).toEqual(['https://example.org/popup']);
  });

  test('an unencrypted link opens nowhere by itself', async () => {
    expect(await follow('#plain')).toEqual([]);
  });

  test('an address that looks like ours is not ours', async () => {
    expect(await follow('#pretender')).toEqual(['https://bundle.app.example.org/']);
  });

  test.each([
    ['mailto:team@example.org', ['mailto:team@example.org']],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['smb://server/share', []],
    ['vscode://file/x', []],
    ['https:evil', ['https://evil/']],
    ['not an address', []],
  ])('a window asked for at %s', (url, outside) => {
    expect(shell.window.webContents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(state.openedOutside).toEqual(outside);
  });

  test('frames and webviews are refused', () => {
    let refused = 0;
    const event = { url: 'app://bundle/', isMainFrame: false, preventDefault: () => refused++ };
    shell.window.webContents.emit('will-frame-navigate', event);
    shell.window.webContents.emit('will-attach-webview', event);
    expect(refused).toBe(2);
  });
});

test('every permission is refused but copying', async () => {
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'unknown',
  ]) {
    expect(await askPermission(permission), permission).toBe(false);
    expect(state.checkPermission?.({}, permission), permission).toBe(false);
  }
  expect(await askPermission('clipboard-sanitized-write')).toBe(true);
  expect(state.checkPermission?.({}, 'clipboard-sanitized-write')).toBe(true);
});

test('the page runs in a sandbox of its own', () => {
  expect(state.isSandboxed).toBe(true);
  expect(shell.window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the menus hold every command once, but for those of a team’s own app, and send it to the page', async () => {
  const items = [...menuItems().values()];
  const own = commandIds.filter((id) => !('teamOnly' in commands[id]));
  expect(items.flatMap(({ id }) => id ?? [])).toHaveLength(own.length);
  expect(new Set(items.flatMap(({ id }) => id ?? []))).toEqual(new Set(own));
  expect(menuItems().get('File > Export')).toMatchObject({
    accelerator: 'CmdOrCtrl+E',
    registerAccelerator: false,
  });
  const heard = shell.page.evaluate(() => new Promise((resolve) => window.dateline?.on(resolve)));
  await shell.page.evaluate(() => undefined);
  menuItems().get('File > Export')?.click?.();
  expect(await heard).toEqual({ event: 'menu.command', data: { command: 'narrative.export' } });
});

test('saving asks for a place', async () => {
  const { saveDialog } = shell.hostOptions.ports;
  state.scripted.push({ kind: 'showSaveDialog', result: { canceled: false, filePath: '/tmp/out.pdf' } });
  expect(await saveDialog?.({ fileName: '../../launch.pdf', mime: 'application/pdf' })).toBe('/tmp/out.pdf');
  expect(state.dialogs.at(-1)?.options).toMatchObject({
    defaultPath: path.join(app.getPath('documents'), 'launch.pdf'),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  state.scripted.push({ kind: 'showSaveDialog', result: { canceled: true, filePath: '' } });
  expect(await saveDialog?.({ fileName: 'launch.pdf', mime: 'application/pdf' })).toBeNull();
});

test('a right click offers spelling and what the field can do', () => {
  const misspelt = { misspelledWord: 'anouncement', dictionarySuggestions: ['announcement'] };
  shell.window.webContents.emit('context-menu', {}, { ...misspelt, isEditable: true, selectionText: '' });
  const [menu] = state.popups;
  expect(menu?.map((item) => item.label ?? item.role ?? '-')).toEqual([
    'announcement',
    'Add to the dictionary',
    '-',
    'cut',
    'copy',
    'paste',
    'pasteAndMatchStyle',
    'selectAll',
  ]);
  menu?.[0]?.click?.();
  menu?.[1]?.click?.();
  expect([shell.window.webContents.replaced, state.spelling.words]).toEqual([
    ['announcement'],
    ['anouncement'],
  ]);
});
