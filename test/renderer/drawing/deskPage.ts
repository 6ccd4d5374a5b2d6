import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { expect, onTestFinished } from 'vitest';
import { excalidraw } from '../../../build/excalidraw.mjs';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { startLocalServer } from '../../../server/local/localServer';
import { newHost, type TestHost } from '../../host/newHost';
import { watchPage } from '../../journeys/support/watchedPage';

export interface DeskPage extends TestHost {
  page: Page;
  /** Addresses of everything that was asked for since the page was opened. */
  requests: string[];
  stopServer: () => Promise<void>;
}

/** A screen that was named and not drawn yet. */
export const blankScreen: ScreenRecord = {
  id: 'screen-1',
  title: 'Sign in',
  alt: '',
  template: '',
  picture: null,
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
};

/** Bundles the page of `harness.tsx` the way the window is bundled; returns the folder. */
export async function buildDeskPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'dateline-desk-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    plugins: [react(), excalidraw()],
    // The test runner's mode would make JSX of the development kind, which a production React does not know.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      assetsDir: 'bundle',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
    },
  });
  return outDir;
}

/**
 * The page over a host and a local server of its own, with its real headers. After the test it must have been
 * quiet: no console error but those expected, no request to anywhere else.
 */
export async function openDeskPage(
  browser: Browser,
  staticFolder: string,
  expectedErrors?: RegExp,
): Promise<DeskPage> {
  const host = await newHost();
  const server = await startLocalServer({ host: host.host, staticFolder });
  let isStopped = false;
  const stopServer = async () => {
    if (!isStopped) await server.close();
    isStopped = true;
  };
  onTestFinished(stopServer);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const watch = watchPage(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  onTestFinished(async () => {
    await context.close();
    expect(
      watch.errors.filter((error) => !expectedErrors?.test(error)),
      'errors on the console',
    ).toEqual([]);
    expect(watch.remoteRequests, 'requests that leave this computer').toEqual([]);
  });
  await page.goto(server.newLink());
  await page.waitForFunction(() => 'desk' in window);
  return { ...host, page, requests, stopServer };
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });
