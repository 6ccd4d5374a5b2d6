import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
const requireOfLibrary = createRequire(createRequire(builder).resolve('app-builder-lib'));

/** Marks the place of the fuses in Electron's binary; then come version, count and one digit for each fuse. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As much of an Electron runtime as packing touches. */
async function writeStandIn(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  await mkdir(path.join(folder, 'resources'));
  const binary = Buffer.concat([
    Buffer.from(`stand-in ${fuseMark}`),
    Buffer.from([1, 8]),
    Buffer.from('10101010 end'),
  ]);
  await writeFile(path.join(folder, 'electron'), binary, { mode: 0o755 });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    await writeFile(path.join(folder, name), 'stand-in');
}

describe.skipIf(process.platform !== 'linux' || !existsSync('dist/electron/main.js'))(
  'the packed app, over a stand-in for the runtime (skipped off Linux or without dist/)',
  () => {
    let folder: string;
    let resources: string;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-pack-'));
      await writeStandIn(path.join(folder, 'runtime'));
      const config = ['--config', 'build/electron-builder.json'];
      const overrides = [
        `-c.directories.output=${path.join(folder, 'out')}`,
        `-c.electronDist=${path.join(folder, 'runtime')}`,
      ];
      await run(process.execPath, [builder, '--linux', 'dir', '--x64', ...config, ...overrides]);
      resources = path.join(folder, 'out/linux-unpacked/resources');
    });
    afterAll(() => rm(folder, { recursive: true }));

    test('has every fuse set', async () => {
      const binary = await readFile(path.join(folder, 'out/linux-unpacked/dateline'), 'latin1');
      const at = binary.indexOf(fuseMark) + fuseMark.length + 2;
      expect(binary.slice(at, at + 8)).toBe('01001100');
    });

    test('holds the bundle and the templates, and no library but the native one', () => {
      const { listPackage } = requireOfLibrary('@electron/asar');
      const files: string[] = listPackage(path.join(resources, 'app.asar'), { isPack: false });
      expect(files).toEqual(
        expect.arrayContaining([
          '/package.json',
          '/LICENSE',
          '/dist/electron/main.js',
          '/dist/electron/preload.cjs',
          '/dist/renderer/index.html',
        ]),
      );
      const packages = files.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(file));
      expect(packages.length).toBeGreaterThan(0);
      expect(
        packages.every((file) => file.startsWith('/node_modules/@myriaddreamin/typst-ts-node-compiler')),
      ).toBe(true);
      expect(files.filter((file) => /\.map$|\/test\/|\.tsx?$/.test(file))).toEqual([]);
    });

    test('keeps beside the archive what plain files must be', () => {
      for (const place of [
        'dist/node/typstWorker.js',
        'dist/fonts',
        'templates',
        'node_modules/@myriaddreamin',
      ])
        expect(existsSync(path.join(resources, 'app.asar.unpacked', place)), place).toBe(true);
    });
  },
);
