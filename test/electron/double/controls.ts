import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/chromium';
import { app, waitingEvent } from './doubleApp';
import { ipcMain, nativeTheme } from './doubleModules';
import { type MenuItemDouble, resetState, state } from './doubleState';

/**
 * Turns of the event loop that a main module may take to end after it asked for `ready`. One that goes on without
 * waiting ends in the same turn; turns rather than time, so that a slow machine changes nothing.
 */
const turnsToEnd = 1_000;

/** One Chromium serves every start in a test file. */
let browser: Browser | undefined;

/**
 * Starts an app as Electron does: its module runs to the end first, then comes `ready`. A module that waits for
 * `ready` at its top level is therefore refused here and would hang there.
 */
export async function boot<T>(load: () => Promise<T>): Promise<T> {
  const hang = new Promise<never>((_resolve, reject) => {
    app.once(waitingEvent, async () => {
      for (let turn = 0; turn < turnsToEnd; turn += 1) await nextTurn();
      reject(new Error('double: the main module waits for ready; Electron would hang'));
    });
  });
  const loaded = await Promise.race([load(), hang]);
  browser ??= await launchChromium();
  state.browser = browser;
  state.isReady = true;
  app.emit('ready');
  return loaded;
}

/** Ends the app without asking it, and forgets it. */
export async function tearDown(): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close();
  app.windows.clear();
  app.removeAllListeners();
  ipcMain.handlers.clear();
  nativeTheme.removeAllListeners();
  resetState();
}

/** Ends the Chromium and takes the app's folders away, after the last test of a file. */
export async function endBrowser(): Promise<void> {
  app.removeFolders();
  await browser?.close();
}

export function askPermission(permission: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (state.askPermission) state.askPermission({}, permission, resolve);
    else resolve(true);
  });
}

/** Every item of the application menu, as `File > Export`. */
export function menuItems(): Map<string, MenuItemDouble> {
  const found = new Map<string, MenuItemDouble>();
  for (const menu of state.menu?.items ?? []) {
    for (const item of menu.submenu ?? [])
      found.set(`${menu.label ?? menu.role} > ${item.label ?? item.role}`, item);
  }
  return found;
}

/** Calls an IPC handler from a frame of the test's making. */
export async function invokeFrom(
  senderFrame: unknown,
  channel: string,
  ...args: unknown[]
): Promise<unknown> {
  return ipcMain.handlers.get(channel)?.({ senderFrame }, ...args);
}
