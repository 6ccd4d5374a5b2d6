import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../core/api/client';
import { defaultExportOptions } from '../../core/api/shapes';
import { boot, endBrowser, tearDown } from './double/controls';
import { app } from './double/doubleApp';
import { state } from './double/doubleState';
import { BrowserWindow } from './double/doubleWindow';
import { patience } from './patience';

const main = path.resolve('dist/electron/main.js');

/** The built app with its real host and its real page; only Electron is the double. */
describe.skipIf(!existsSync(main))('the built desktop app (skipped where dist/ is not built)', () => {
  const { argv, env } = process;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dateline größe '));
    process.argv = ['electron', main, '--library', folder];
    await boot(() => import(pathToFileURL(main).href));
    const window = await vi.waitUntil(() => BrowserWindow.getAllWindows()[0], { timeout: 20_000 });
    page = await window.page;
  });

  afterAll(async () => {
    Object.assign(process, { argv, env });
    await tearDown();
    await endBrowser();
    await rm(folder, { recursive: true });
  });

  const call = createClient((operation, input) =>
    page.evaluate(({ name, value }) => window.dateline?.call(name, value), { name: operation, value: input }),
  );

  test('shows its page, with nothing refused by the policy', async () => {
    await page.waitForSelector('h1');
    expect(state.console.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  });

  test('writes a narrative into the library that was asked for', async () => {
    const { id } = await call('narratives.create', { name: 'Launch' });
    const files = await readdir(folder, { recursive: true });
    expect(files.some((file) => file.includes(id))).toBe(true);
  });

  test('saves an export where the dialog says', async () => {
    const { id } = await call('narratives.create', { name: 'Export me' });
    const target = path.join(folder, 'out.pdf');
    state.scripted.push({ kind: 'showSaveDialog', result: { canceled: false, filePath: target } });
    const input = { id, format: 'pdf' as const, options: defaultExportOptions, job: 'job-1' };
    expect(await call('exports.run', input)).toMatchObject({ savedTo: target, data: null });
    expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('ends when it is asked to, and gives the library up', async () => {
    await app.quitAndWait();
    await expect.poll(() => state.exitCode, patience).toBe(0);
  });
});
