import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually';

/** Electron itself, where it was fetched; Node alone cannot tell without trying to fetch it. */
function findRuntime(): string | null {
  const folder = path.resolve('node_modules/electron');
  const nameFile = path.join(folder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron';
  const executable = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

function reasonToSkip(): string | null {
  if (findRuntime() === null) return 'no Electron runtime on this machine';
  if (!existsSync('dist/electron/main.js')) return 'dist/ is not built';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'no display' : null;
}

const reason = reasonToSkip();
const title = 'the app runs in Electron itself';
if (reason !== null) console.info(`SKIPPED: ${title}: ${reason}.`);

test.skipIf(reason !== null)(reason === null ? title : `${title} (SKIPPED: ${reason})`, async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-runtime-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: findRuntime() ?? '',
    args: [...(isRoot ? ['--no-sandbox'] : []), '.', '--library', folder],
  });
  const page = await electron.firstWindow();
  await page.waitForSelector('h1');
  expect(page.url()).toMatch(/^app:\/\/bundle\//);
  await eventually(async () =>
    expect(
      await page.evaluate(() => [typeof Reflect.get(window, 'require'), Object.keys(window.dateline ?? {})]),
    ).toEqual(['undefined', ['call', 'on']]),
  );
  const created = await page.evaluate(() => window.dateline?.call('narratives.create', { name: 'Launch' }));
  expect(created).toMatchObject({ ok: true });
  await electron.close();
  expect((await readdir(folder, { recursive: true })).length).toBeGreaterThan(1);
  await rm(folder, { recursive: true });
});
