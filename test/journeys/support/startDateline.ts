import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { startLocalServer } from '../../../server/local/localServer';
import { newHost, type TestHost } from '../../host/newHost';
import { launchChromium } from '../../support/chromium';
import { builtRenderer } from './builtRenderer';
import { watchPage } from './watchedPage';

export interface Dateline extends TestHost {
  page: Page;
  /** Another window of the same start, in a browser of its own. */
  openWindow(options?: BrowserContextOptions): Promise<Page>;
  /** Ends the server under the open windows, as a crash would. */
  stopServer(): Promise<void>;
}

export interface DatelineOptions extends BrowserContextOptions {
  /** An existing library folder; a fresh temp folder otherwise. */
  library?: string;
  /** Console errors which this journey provokes on purpose. */
  expectedErrors?: RegExp;
}

let browser: Promise<Browser> | undefined;

/** One Chromium for all journeys of a test file; it ends with the process of that file. */
export const sharedBrowser = (): Promise<Browser> => {
  browser ??= launchChromium();
  return browser;
};

/**
 * The whole app as a person starts it: a host over a real folder, the local server and a window in a real
 * Chromium. After the test it must have been quiet: no console error, no request to anywhere else.
 */
export async function startDateline(options: DatelineOptions = {}): Promise<Dateline> {
  const { library, expectedErrors, ...contextOptions } = options;
  const staticFolder = await builtRenderer();
  const chromium = await sharedBrowser();
  const host = await newHost(library === undefined ? {} : { folder: library });
  const server = await startLocalServer({ host: host.host, staticFolder });
  let isStopped = false;
  const stopServer = async () => {
    if (!isStopped) await server.close();
    isStopped = true;
  };
  onTestFinished(stopServer);

  const openWindow = async (windowOptions: BrowserContextOptions = contextOptions) => {
    const context = await chromium.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...windowOptions,
    });
    const page = await context.newPage();
    const watch = watchPage(page);
    onTestFinished(async () => {
      await context.close();
      const unexpected = watch.errors.filter((error) => !expectedErrors?.test(error));
      expect(unexpected, 'errors on the console').toEqual([]);
      expect(watch.remoteRequests, 'requests that leave this computer').toEqual([]);
    });
    await page.goto(server.newLink());
    return page;
  };
  return { ...host, page: await openWindow(), openWindow, stopServer };
}
