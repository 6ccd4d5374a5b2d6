import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { runShell } from '../../electron/main/shell';
import type { HostStart } from '../../host/host';
import type { HostOptions } from '../../host/ports';
import { createFakeHost, type FakeHost } from '../server/fakeHost';
import { bundlePreload } from './bundlePreload';
import { boot, tearDown } from './double/controls';
import { BrowserWindow } from './double/doubleWindow';

interface Launched {
  host: FakeHost;
  /** What the shell gave the host, once for each host it made. */
  given: HostOptions[];
  folder: string;
  stop(): Promise<void>;
}

export interface StartedShell extends Omit<Launched, 'given'> {
  hostOptions: HostOptions;
  window: BrowserWindow;
  page: Page;
}

export interface StartOptions {
  args?: string[];
  platform?: NodeJS.Platform;
  environment?: Record<string, string>;
  host?: FakeHost;
  startHost?: () => Promise<HostStart>;
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

/** Runs the real shell with the real preload up to where it shows its window or gives up. */
export async function launchShell(options: StartOptions): Promise<Launched> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-shell-'));
  await writeFile(path.join(folder, 'index.html'), html);
  await writeFile(path.join(folder, 'own.js'), script);
  const preload = path.join(folder, 'preload.cjs');
  await writeFile(preload, await bundlePreload());
  const host = options.host ?? createFakeHost();
  const given: HostOptions[] = [];
  const startHost = async (hostOptions: HostOptions): Promise<HostStart> => {
    given.push(hostOptions);
    return options.startHost ? options.startHost() : { owner: true, host };
  };
  const { started } = await boot(async () => ({
    started: runShell({
      startHost,
      args: options.args ?? [],
      environment: options.environment ?? {},
      platform: options.platform ?? 'linux',
      paths: {
        renderer: folder,
        preload,
        templates: 'templates',
        workers: 'dist/node',
        packetPage: 'dist/packet',
      },
    }),
  }));
  await started;
  const stop = async () => {
    await tearDown();
    await rm(folder, { recursive: true });
  };
  return { host, given, folder, stop };
}

/** A shell whose page runs, over a fake host port. */
export async function startShell(options: StartOptions = {}): Promise<StartedShell> {
  const { given, ...launched } = await launchShell(options);
  const [window] = BrowserWindow.getAllWindows();
  const [hostOptions] = given;
  if (!window || !hostOptions) throw new Error('The shell did not start.');
  const page = await window.page;
  await page.waitForFunction(() => Reflect.get(globalThis, 'isStarted') === true);
  return { ...launched, hostOptions, window, page };
}
