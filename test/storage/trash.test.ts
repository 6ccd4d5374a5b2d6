import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, releaseText, tempFolder, testPorts } from './testLibrary';

const dayMs = 24 * 60 * 60 * 1000;

test('a narrative goes to the trash and comes back whole, also after a restart', async () => {
  const folder = await tempFolder();
  const ports = testPorts();
  const store = await openTestLibrary(folder, ports);
  const file = sampleNarrative('mended');
  await store.write(file);
  await store.trash(file.meta.id);
  expect(store.summaries()).toEqual([]);
  await expect(store.read(file.meta.id)).rejects.toMatchObject({ code: 'narrative-gone' });
  await store.close();
  const next = await openTestLibrary(folder, ports);
  expect(next.listTrash()).toEqual([
    { id: 'mended', heading: 'Heading of mended', trashedAt: ports.time.toISOString() },
  ]);
  expect(await next.restore(file.meta.id)).toBe('mended');
  expect((await next.read(file.meta.id)).file).toEqual(file);
  expect(next.listTrash()).toEqual([]);
  expect(next.has(file.meta.id)).toBe(true);
});

test('two narratives of one name survive each other in the trash', async () => {
  const ports = testPorts();
  const store = await openTestLibrary(await tempFolder(), ports);
  const id = idOf('mended');
  await store.write(sampleNarrative('mended', 'The first one'));
  await store.trash(id);
  await store.write(sampleNarrative('mended', 'The second one'));
  await store.trash(id);
  await store.write(sampleNarrative('mended', 'The third one'));
  expect(store.listTrash()).toHaveLength(2);
  const restored = await Promise.all(store.listTrash().map((entry) => store.restore(entry.id)));
  const texts = await Promise.all([...restored, id].map((each) => releaseText(store, each)));
  expect(texts.map((text) => text.split('\n').at(-1)).sort()).toEqual([
    'The first one',
    'The second one',
    'The third one',
  ]);
});

test('erasing removes the file and its backups; what is 30 days old is erased at the next start', async () => {
  const folder = await tempFolder();
  const ports = testPorts();
  const store = await openTestLibrary(folder, ports);
  for (const name of ['aaa', 'bbb', 'ccc']) {
    await store.write(sampleNarrative(name));
    await store.backUp(idOf(name));
  }
  await store.trash(idOf('aaa'));
  await store.erase(idOf('aaa'));
  await expect(store.restore(idOf('aaa'))).rejects.toMatchObject({ code: 'not-found' });
  await store.trash(idOf('bbb'));
  ports.time = new Date(ports.time.getTime() + 2 * dayMs);
  await store.trash(idOf('ccc'));
  await store.close();
  ports.time = new Date(ports.time.getTime() + 29 * dayMs);
  const next = await openTestLibrary(folder, ports);
  expect(next.listTrash().map(({ id }) => id)).toEqual(['ccc']);
  expect(await readdir(join(folder, 'backups'))).toEqual(['ccc']);
});

test('what is damaged in the trash comes back from its backup, or stays there', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  for (const name of ['aaa', 'bbb']) await store.write(sampleNarrative(name));
  await store.backUp(idOf('aaa'));
  for (const name of ['aaa', 'bbb']) await store.trash(idOf(name));
  for (const file of await readdir(join(folder, 'trash')))
    await writeFile(join(folder, 'trash', file), 'bad');
  expect(await store.restore(idOf('aaa'))).toBe('aaa');
  expect(await releaseText(store, 'aaa')).toContain('First words');
  await expect(store.restore(idOf('bbb'))).rejects.toMatchObject({ code: 'file-damaged' });
  expect(store.listTrash().map(({ id }) => id)).toEqual(['bbb']);
});
