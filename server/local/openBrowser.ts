import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Environment, findAppBrowser } from './findBrowser';

/** How long a browser that cannot start takes to say so; one that runs stays silent. */
const settleMs = 1_500;

const handoverPrefix = 'dateline-open-';
const handoverKeptMs = 60_000;

export interface Desktop {
  platform: NodeJS.Platform;
  environment: Environment;
}

interface Program {
  command: string;
  args: string[];
}

/**
 * Shows the link in a browser: in a window of its own where a Chromium is there, else in the person's default
 * browser. False when there is no display or no browser, so that the caller prints the link.
 */
export async function openBrowser(
  link: string,
  { platform, environment }: Desktop = { platform: process.platform, environment: process.env },
): Promise<boolean> {
  if (!hasDisplay(platform, environment)) return false;
  const page = pathToFileURL(await writeHandover(link)).href;
  const appBrowser = await findAppBrowser(platform, environment);
  const ways = [
    ...(appBrowser === null ? [] : [{ command: appBrowser, args: [`--app=${page}`] }]),
    defaultBrowser(platform, page),
  ];
  for (const way of ways) {
    if (await starts(way, environment)) return true;
  }
  return false;
}

function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  if (environment.CI) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * The link as a file that only this person can read: what stands on a command line, everybody on the machine
 * can see. It stays until the next time, because the browser may read it after this process has ended; the link
 * in it works once, so it opens nothing later.
 */
async function writeHandover(link: string): Promise<string> {
  await clearOldHandovers();
  const folder = await mkdtemp(path.join(os.tmpdir(), handoverPrefix));
  const file = path.join(folder, 'open.html');
  const html = `<!doctype html><title>Dateline</title><meta http-equiv="refresh" content="0;url=${link}">`;
  await writeFile(file, html, { mode: 0o600 });
  return file;
}

/** Takes away what earlier starts left; folders of other people on this machine refuse that, rightly. */
async function clearOldHandovers(): Promise<void> {
  const names = (await readdir(os.tmpdir())).filter((name) => name.startsWith(handoverPrefix));
  const folders = names.map((name) => path.join(os.tmpdir(), name));
  const isOld = async (folder: string) => (await stat(folder)).mtimeMs < Date.now() - handoverKeptMs;
  const clear = async (folder: string) => {
    if (await isOld(folder)) await rm(folder, { recursive: true });
  };
  await Promise.allSettled(folders.map(clear));
}

function defaultBrowser(platform: NodeJS.Platform, page: string): Program {
  if (platform === 'darwin') return { command: 'open', args: [page] };
  if (platform === 'win32') return { command: 'explorer.exe', args: [page] };
  return { command: 'xdg-open', args: [page] };
}

/** True once the program runs and did not end with a failure at once. */
function starts({ command, args }: Program, environment: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env: { ...environment } });
    child.unref();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (isRunning: boolean) => {
      clearTimeout(timer);
      resolve(isRunning);
    };
    child.once('spawn', () => {
      timer = setTimeout(settle, settleMs, true);
    });
    child.once('error', () => settle(false));
    // explorer.exe ends with 1 even when it did what was asked.
    child.once('exit', (code) => settle(code === 0 || command === 'explorer.exe'));
  });
}
