import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../storage/library';
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

test('erasing removes the file and its backups', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('aaa'));
  await store.backUp(idOf('aaa'));
  await store.trash(idOf('aaa'));
  await store.erase(idOf('aaa'));
  await expect(store.restore(idOf('aaa'))).rejects.toMatchObject({ code: 'not-found' });
  expect(await readdir(join(folder, 'trash'))).toEqual([]);
  expect(await readdir(join(folder, 'backups'))).toEqual([]);
});

/** A library with one narrative in the trash, and what it takes to start it again on another day. */
async function trashedOne() {
  const folder = await tempFolder();
  const ports = testPorts();
  const trashedAt = ports.time.getTime();
  const store = await openTestLibrary(folder, ports);
  await store.write(sampleNarrative('aaa'));
  await store.backUp(idOf('aaa'));
  await store.trash(idOf('aaa'));
  await store.close();
  /** Ids in the trash after a start with the clock so many days after the narrative was put away. */
  const startOn = async (days: number) => {
    ports.time = new Date(trashedAt + days * dayMs);
    const next = await openLibrary(folder, ports);
    const ids = next.listTrash().map(({ id }) => id);
    await next.close();
    return ids;
  };
  return { folder, startOn };
}

test('what two starts a week apart found 30 days old is erased, with its backups', async () => {
  const { folder, startOn } = await trashedOne();
  expect(await startOn(29)).toEqual(['aaa']);
  expect(await startOn(30)).toEqual(['aaa']);
  expect(await startOn(36)).toEqual(['aaa']);
  expect(await startOn(37)).toEqual([]);
  expect(await readdir(join(folder, 'trash'))).toEqual([]);
  expect(await readdir(join(folder, 'backups'))).toEqual([]);
});

test('a clock that jumps far ahead and comes back erases nothing from the trash', async () => {
  const { folder, startOn } = await trashedOne();
  expect(await startOn(3650)).toEqual(['aaa']);
  expect(await startOn(1)).toEqual(['aaa']);
  expect(await startOn(4000)).toEqual(['aaa']);
  expect(await startOn(-20)).toEqual(['aaa']);
  expect(await readdir(join(folder, 'backups'))).toEqual(['aaa']);
});

test('what the list forgot stays in the trash for longer, not shorter', async () => {
  const { folder, startOn } = await trashedOne();
  expect(await startOn(31)).toEqual(['aaa']);
  await rm(join(folder, 'library.json'));
  expect(await startOn(60)).toEqual(['aaa']);
  expect(await startOn(67)).toEqual([]);
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
