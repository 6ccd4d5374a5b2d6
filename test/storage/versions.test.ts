import { access, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentVersion } from '../../core/format/contentVersion';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { keptVersions } from '../../storage/versions';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, tempFolder, testPorts } from './testLibrary';

/** The sample with another plan, so that it is another version. */
function saying(words: string, id = 'mended'): NarrativeFile {
  const file = sampleNarrative(id);
  file.content.parts.plan = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  };
  return file;
}

test('what was exported is kept once, however often it is exported', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = saying('one');
  const version = await store.versions.keep(file);
  expect(await store.versions.keep(file)).toBe(version);
  expect(version).toBe(contentVersion(file.content));
  expect(await readdir(join(folder, 'versions', 'mended'))).toEqual([`${version}.json.gz`]);
  expect((await store.versions.read(idOf('mended'), version))?.content).toEqual(file.content);
  expect(await store.versions.read(idOf('other'), version)).toBeNull();
});

test('only the newest versions stay', async () => {
  const folder = await tempFolder();
  const ports = testPorts();
  const { versions } = await openTestLibrary(folder, ports);
  const kept: string[] = [];
  for (let index = 0; index < keptVersions + 2; index += 1) {
    const version = await versions.keep(saying(`draft ${index}`));
    const at = new Date(ports.time.getTime() + index * 1000);
    await utimes(join(folder, 'versions', 'mended', `${version}.json.gz`), at, at);
    kept.push(version);
  }
  expect(await versions.list(idOf('mended'))).toEqual(kept.slice(2).reverse());
});

test('a damaged version is no version, is told by a check, and is written anew by the next export', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = saying('one');
  const version = await store.versions.keep(file);
  const path = join(folder, 'versions', 'mended', `${version}.json.gz`);
  await writeFile(path, 'cut');
  expect(await store.versions.read(idOf('mended'), version)).toBeNull();
  expect((await store.verify({ repair: false })).problems).toMatchObject([
    { file: `versions/mended/${version}.json.gz`, code: 'file-damaged', repaired: null },
  ]);
  expect((await store.verify({ repair: true })).problems[0]?.repaired).toContain('kept/');
  expect((await store.verify({ repair: false })).problems).toEqual([]);
  await store.versions.keep(file);
  expect((await store.versions.read(idOf('mended'), version))?.content).toEqual(file.content);
});

test('versions go with their narrative when it is erased, and not before', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = saying('one');
  await store.write(file);
  const version = await store.versions.keep(file);
  await store.trash(idOf('mended'));
  expect(await store.versions.read(idOf('mended'), version)).not.toBeNull();
  await store.erase(idOf('mended'));
  await expect(access(join(folder, 'versions', 'mended'))).rejects.toMatchObject({ code: 'ENOENT' });
});
