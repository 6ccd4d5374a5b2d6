import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDurably } from '../../storage/durableFile';
import { openLibrary } from '../../storage/library';
import { ownLibrary } from '../../storage/libraryLock';
import { openSettings } from '../../storage/settings';
import { fillUp, mountTest, smallDisk, why } from '../support/smallDisk';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, releaseText, tempFolder, testPorts } from './testLibrary';

mountTest(`a full disk fails the save, and the words saved before stay${why}`, async () => {
  const folder = await smallDisk('1m');
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Saved before'));
  const filler = join(folder, 'filler');
  await fillUp(filler);
  await expect(store.write(sampleNarrative('mended', 'Too much'.repeat(100)))).rejects.toMatchObject({
    code: 'disk-full',
    message: 'Not saved: the disk is full.',
    next: 'Your words are safe in this window. Save a copy elsewhere.',
  });
  expect(await releaseText(store, 'mended')).toContain('Saved before');
  expect(await readdir(join(folder, 'narratives'))).toEqual(['mended.json']);
  await expect(store.addAsset(new Uint8Array(9000), 'png')).rejects.toMatchObject({ code: 'disk-full' });
  await rm(filler);
  await store.write(sampleNarrative('mended', 'Room again'));
  expect(await releaseText(store, 'mended')).toContain('Room again');
});

mountTest(`a full disk refuses a version, and those kept before stay whole${why}`, async () => {
  const folder = await smallDisk('1m');
  const { versions } = await openTestLibrary(folder);
  const named = { reason: 'named', name: 'Board', by: 'Ines' } as const;
  const { version } = await versions.keep(sampleNarrative('mended', 'Kept before'), named);
  const filler = join(folder, 'filler');
  await fillUp(filler);
  const later = sampleNarrative('mended', 'Too much'.repeat(100));
  await expect(versions.keep(later, named)).rejects.toMatchObject({ code: 'disk-full' });
  await expect(versions.markRead(later, 'Ines')).rejects.toMatchObject({ code: 'disk-full' });
  expect(await versions.list(idOf('mended'))).toEqual([version]);
  expect(await versions.read(idOf('mended'), version)).not.toBeNull();
  await rm(filler);
  await versions.keep(later, named);
  expect(await versions.list(idOf('mended'))).toHaveLength(2);
});

mountTest(`a library on a full disk can still be opened and read${why}`, async () => {
  const folder = await smallDisk('1m');
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Saved before'));
  await store.close();
  await fillUp(join(folder, 'filler'));
  const lock = await ownLibrary(folder, async () => ({}));
  expect(lock.owner).toBe(true);
  const next = await openTestLibrary(folder);
  expect(await releaseText(next, 'mended')).toContain('Saved before');
  if (lock.owner) await lock.release();
});

mountTest(`at every fill level a save is either whole or refused${why}`, async () => {
  const folder = await smallDisk('400k');
  const path = join(folder, 'file.txt');
  let last = 'start';
  await writeDurably(path, last);
  const outcomes = new Set<string>();
  for (let size = 20_000; size < 420_000; size += 20_000) {
    const text = `${size}`.repeat(size / `${size}`.length);
    try {
      await writeDurably(path, text);
      last = text;
      outcomes.add('saved');
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'disk-full' });
      outcomes.add('refused');
    }
    expect((await readFile(path, 'utf8')) === last).toBe(true);
    expect(await readdir(folder)).toEqual(['file.txt']);
  }
  expect(outcomes).toEqual(new Set(['saved', 'refused']));
});

mountTest(`a disk that turns read-only fails the save with the way out${why}`, async () => {
  const folder = await smallDisk('4m');
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Saved before'));
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  await expect(store.write(sampleNarrative('mended', 'After'))).rejects.toMatchObject({ code: 'read-only' });
  await expect(store.trash(idOf('mended'))).rejects.toMatchObject({ code: 'read-only' });
  expect(await releaseText(store, 'mended')).toContain('Saved before');
  expect(store.has(idOf('mended'))).toBe(true);
  const { change, get } = await openSettings(folder);
  await expect(change({ theme: 'dark' })).rejects.toMatchObject({ code: 'read-only' });
  expect(get().theme).toBe('system');
  const starting = openLibrary(folder, testPorts());
  await expect(starting).rejects.toMatchObject({ code: 'read-only' });
  await expect(ownLibrary(folder, async () => ({}))).rejects.toMatchObject({ code: 'read-only' });
});

const isRoot = process.getuid?.() === 0;

test.skipIf(isRoot || process.platform === 'win32')(
  `a folder without the right to write is refused${isRoot ? ' [SKIPPED: root may write anywhere]' : ''}`,
  async () => {
    const folder = await tempFolder();
    await chmod(folder, 0o555);
    await expect(openLibrary(folder, testPorts())).rejects.toMatchObject({ code: 'read-only' });
    await chmod(folder, 0o755);
  },
);

test('a library that is a file, or lies under one, is refused with the file untouched', async () => {
  const file = join(await tempFolder(), 'Not a folder.txt');
  await writeFile(file, 'mine');
  for (const folder of [file, join(file, 'library')]) {
    await expect(openLibrary(folder, testPorts())).rejects.toMatchObject({ code: 'library-missing' });
  }
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('a folder that goes away fails the save, and coming back is enough', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await rm(join(folder, 'narratives'), { recursive: true });
  const file = sampleNarrative('mended');
  await expect(store.write(file)).rejects.toMatchObject({ code: 'library-missing' });
  await mkdir(join(folder, 'narratives'));
  await store.write(file);
  expect((await store.read(file.meta.id)).file).toEqual(file);
});
