import { chmod, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../server/local/openBrowser';

const link = 'http://127.0.0.1:4000/open?t=the-token';
let folder: string;
let log: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-programs-'));
  log = path.join(folder, 'log');
});

afterEach(() => rm(folder, { recursive: true }));

/** A program that writes down how it was called and ends with a code. */
async function addProgram(name: string, exitCode: number, below = ''): Promise<void> {
  const file = path.join(folder, below, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho ${name} "$@" >> '${log}'\nexit ${exitCode}\n`);
  await chmod(file, 0o755);
}

const open = (environment: Record<string, string> = {}) =>
  openBrowser(link, { platform: 'linux', environment: { PATH: folder, DISPLAY: ':0', ...environment } });
const readLog = () => readFile(log, 'utf8');

test.skipIf(process.platform === 'win32')(
  'a Chromium gets a window of its own, and the link in a private file',
  async () => {
    await addProgram('chromium', 0);
    expect(await open()).toBe(true);
    const line = await readLog();
    expect(line).toMatch(/^chromium --app=file:\/\/\S+\/open\.html\n$/);
    expect(line).not.toContain('the-token');
    const file = fileURLToPath(line.trim().slice('chromium --app='.length));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toContain(link);
  },
);

test.skipIf(process.platform === 'win32')(
  'a Chromium that fails gives way to the default browser',
  async () => {
    await addProgram('chromium', 1);
    await addProgram('xdg-open', 0);
    expect(await open()).toBe(true);
    expect(await readLog()).toMatch(/^chromium --app=\S+\nxdg-open file:\S+\n$/);
  },
);

test.skipIf(process.platform === 'win32')('a confined Chromium is passed over', async () => {
  await addProgram('chromium', 0, 'snap/bin');
  await addProgram('xdg-open', 0);
  expect(await open({ PATH: `${folder}/snap/bin:${folder}` })).toBe(true);
  expect(await readLog()).toMatch(/^xdg-open file:\S+\n$/);
});

test('what earlier starts left is taken away, but not what a browser may still read', async () => {
  const old = await mkdtemp(path.join(os.tmpdir(), 'dateline-open-'));
  const fresh = await mkdtemp(path.join(os.tmpdir(), 'dateline-open-'));
  await utimes(old, 0, 0);
  await open();
  await expect(stat(old)).rejects.toThrow(/ENOENT/);
  expect((await stat(fresh)).isDirectory()).toBe(true);
  await rm(fresh, { recursive: true });
});

test('without any browser the caller is told', async () => {
  expect(await open()).toBe(false);
});

test('without a display, or in CI, nothing is opened', async () => {
  await addProgram('chromium', 0);
  expect(await open({ DISPLAY: '' })).toBe(false);
  expect(await open({ CI: 'true' })).toBe(false);
  await expect(readLog()).rejects.toThrow(/ENOENT/);
});
