import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestLibrary, tempFolder } from './testLibrary';

test('the same picture is kept once, and read back byte for byte', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
  const name = await store.addAsset(bytes, 'PNG');
  expect(name).toMatch(/^[0-9a-f]{64}\.png$/);
  expect(await store.addAsset(bytes, 'png')).toBe(name);
  expect(await readdir(join(folder, 'assets'))).toEqual([name]);
  expect(new Uint8Array((await store.readAsset(name)) ?? [])).toEqual(bytes);
  await writeFile(join(folder, 'assets', name), 'damaged');
  await store.addAsset(bytes, 'png');
  expect(new Uint8Array((await store.readAsset(name)) ?? [])).toEqual(bytes);
});

test('other kinds of files and names that are not ours are refused', async () => {
  const store = await openTestLibrary(await tempFolder());
  for (const extension of ['exe', 'html', '../png', 'png/../..', '']) {
    await expect(store.addAsset(new Uint8Array(1), extension)).rejects.toMatchObject({
      code: 'file-wrong-type',
    });
  }
  for (const name of ['../library.json', 'x.png', `${'0'.repeat(64)}.png`, '']) {
    expect(await store.readAsset(name)).toBeNull();
  }
});
