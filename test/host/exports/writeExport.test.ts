import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeExport } from '../../../host/exports/writeExport';
import { mountTest, smallDisk, why } from '../../support/smallDisk';
import { newLibraryFolder } from '../newHost';
import { whileUnwritable } from '../whileUnwritable';

mountTest(`a full disk leaves the file that was there, and no half one${why}`, async () => {
  const folder = await smallDisk('100k');
  const path = join(folder, 'plan.pdf');
  await writeExport(path, new Uint8Array(20_000).fill(1), { replace: false });
  await expect(writeExport(path, new Uint8Array(200_000), { replace: true })).rejects.toMatchObject({
    code: 'disk-full',
    message: 'Not exported: the disk is full. No half file is left.',
  });
  expect(await readdir(folder)).toEqual(['plan.pdf']);
  expect(await readFile(path)).toHaveLength(20_000);
});

test('a folder that cannot be written to is named', async () => {
  const folder = await newLibraryFolder();
  await whileUnwritable(folder, () =>
    expect(writeExport(join(folder, 'plan.md'), new Uint8Array(9), { replace: false })).rejects.toMatchObject(
      {
        code: 'read-only',
        message: expect.stringContaining('Not exported'),
      },
    ),
  );
  expect(await readdir(folder)).toEqual([]);
});

const hasRights = process.platform !== 'win32';
const rightsOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test.skipIf(!hasRights)(
  'a new file may be read by whoever any new file may, a replaced one keeps its rights',
  async () => {
    const folder = await newLibraryFolder();
    const usual = join(folder, 'usual.txt');
    await writeFile(usual, 'x');
    const path = join(folder, 'plan.md');
    await writeExport(path, new Uint8Array(9), { replace: false });
    expect(await rightsOf(path)).toBe(await rightsOf(usual));
    await chmod(path, 0o640);
    await writeExport(path, new Uint8Array(10), { replace: true });
    expect(await rightsOf(path)).toBe('640');
  },
);

test('a file that is there is replaced only where that was said', async () => {
  const folder = await newLibraryFolder();
  const path = join(folder, 'plan.md');
  await writeFile(path, 'mine');
  const bytes = new TextEncoder().encode('theirs');
  await expect(writeExport(path, bytes, { replace: false })).rejects.toMatchObject({ code: 'target-exists' });
  expect(await readFile(path, 'utf8')).toBe('mine');
  await writeExport(path, bytes, { replace: true });
  expect(await readFile(path, 'utf8')).toBe('theirs');
  expect(await readdir(folder)).toEqual(['plan.md']);
});
