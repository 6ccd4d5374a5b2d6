import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readNeighbourFiles } from '../../../host/importers/neighbourFiles';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC',
  'base64',
);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline beside '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const inner of ['texts', 'texts/assets', 'texts/notes', 'texts/img']) await mkdir(join(folder, inner));
  return folder;
}

it('finds pictures where the text says, in assets, and in the folder of the file’s name', async () => {
  const folder = join(await newFolder(), 'texts');
  await writeFile(join(folder, 'assets', 'a.png'), png);
  await writeFile(join(folder, 'notes', 'b.png'), png);
  await writeFile(join(folder, 'img', 'c d.png'), png);
  await writeFile(join(folder, 'e.png'), png);
  const names = ['a.png', 'b.png', 'img/c%20d.png', 'e.png', 'gone.png'];
  const found = await readNeighbourFiles(join(folder, 'notes.md'), { pictures: names, drawings: [] });
  expect(found.map(({ name }) => name)).toEqual(names.slice(0, 4));
  expect(found.every(({ bytes }) => png.equals(bytes))).toBe(true);
});

it('takes nothing from outside the folder and nothing that is no picture', async () => {
  const outer = await newFolder();
  const folder = join(outer, 'texts');
  await writeFile(join(outer, 'secret.png'), png);
  await writeFile(join(folder, 'text.png'), 'words with a picture’s name');
  await symlink(join(outer, 'secret.png'), join(folder, 'link.png'));
  await symlink(outer, join(folder, 'up'));
  const names = [
    '../secret.png',
    '%2e%2e/secret.png',
    '..%2fsecret.png',
    'img/../../secret.png',
    '..\\secret.png',
    join(outer, 'secret.png'),
    `file://${join(outer, 'secret.png')}`,
    'link.png',
    'up/secret.png',
    'text.png',
    'img',
    '',
  ];
  const path = join(folder, 'notes.md');
  expect(await readNeighbourFiles(path, { pictures: names, drawings: [] })).toEqual([]);
  expect(await readNeighbourFiles(path, { pictures: [], drawings: names })).toEqual([]);
});

it('finds what screens are drawn with, which is no picture by itself', async () => {
  const folder = join(await newFolder(), 'texts');
  await writeFile(join(folder, 'notes', 'scene.bin'), '{"type":"excalidraw"}');
  await writeFile(join(folder, 'notes', 'drawing.svg'), '<svg/>');
  const names = ['scene.bin', 'drawing.svg'];
  const path = join(folder, 'notes.md');
  const found = await readNeighbourFiles(path, { pictures: [], drawings: names });
  expect(found.map(({ name }) => name)).toEqual(names);
  expect(await readNeighbourFiles(path, { pictures: names, drawings: [] })).toEqual([]);
});
