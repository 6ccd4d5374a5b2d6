import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { runShell } from '../../electron/main/shell';
import type { Host, HostOptions } from '../../host/ports';
import { createFakeHost, type FakeHost } from '../server/fakeHost';
import { bundlePreload } from './bundlePreload';
import { boot, tearDown } from './double/controls';
import { BrowserWindow } from './double/doubleWindow';

export interface StartedShell {
  host: FakeHost;
  /** What the shell gave the host. */
  hostOptions: HostOptions;
  window: BrowserWindow;
  page: Page;
  folder: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  args?: string[];
  platform?: NodeJS.Platform;
  environment?: Record<string, string>;
  host?: FakeHost;
  createHost?: (options: HostOptions) => Promise<Host>;
}

const html = `<!doctype html><title>Dateline</title><h1>Dateline</h1>
<a id="outside" href="https://example.org/read">read</a>
<a id="popup" href="https://example.org/popup" target="_blank">popup</a>
<a id="mail" href="mailto:team@example.org">mail</a>
<a id="plain" href="http://example.org/">plain</a>
<a id="pretender" href="https://bundle.app.example.org/">pretender</a>
<img id="picture" alt="">
<script>window.inlineRan = true</script><script src="own.js"></script>`;

const script = `window.heard = []; window.stopHearing = window.dateline.on((message) => window.heard.push(message));
window.dateline.call('settings.read', {}).then(() => { window.isStarted = true })`;

/** The real shell and the real preload over the double, with a fake host port and a small page. */
export async function startShell(options: StartOptions = {}): Promise<StartedShell> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-shell-'));
  await writeFile(path.join(folder, 'index.html'), html);
  await writeFile(path.join(folder, 'own.js'), script);
  const preload = await bundlePreload(folder);
  const host = options.host ?? createFakeHost();
  let hostOptions: HostOptions | undefined;
  const createHost = async (given: HostOptions) => {
    hostOptions = given;
    return options.createHost ? options.createHost(given) : host;
  };
  const { started } = await boot(async () => ({
    started: runShell({
      createHost,
      args: options.args ?? [],
      environment: options.environment ?? {},
      platform: options.platform ?? 'linux',
      paths: { renderer: folder, preload, templates: 'templates', workers: 'dist/node' },
    }),
  }));
  await started;
  const stop = async () => {
    await tearDown();
    await rm(folder, { recursive: true });
  };
  const [window] = BrowserWindow.getAllWindows();
  if (!window || !hostOptions)
    return stop().then(() => Promise.reject(new Error('The shell did not start.')));
  const page = await window.page;
  await page.waitForFunction(() => Reflect.get(globalThis, 'isStarted') === true);
  return { host, hostOptions, window, page, folder, stop };
}
