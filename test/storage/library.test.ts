import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, releaseText, tempFolder } from './testLibrary';

test('what was written is read again, by this process and by the next', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = sampleNarrative('mended');
  const { savedAt, notices } = await store.write(file);
  expect(notices).toEqual([]);
  expect(await store.read(file.meta.id)).toEqual({ file, savedAt, notices: [] });
  await store.close();
  const next = await openTestLibrary(folder);
  expect((await next.read(file.meta.id)).file).toEqual(file);
  expect(next.notices()).toEqual([]);
});

test('a summary says what the file says', async () => {
  const store = await openTestLibrary(await tempFolder());
  await store.write(sampleNarrative('mended', 'Four words of summary'));
  const [summary] = store.summaries();
  expect(summary).toMatchObject({ heading: 'Heading of mended', words: 7, openQuestions: 0 });
  expect(summary?.states).toMatchObject({ release: 'drafted', brief: 'empty', feasibility: 'locked' });
});

test('writes that wait are merged, and each promise settles with its words on disk', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const writes = ['one', 'two', 'three', 'four'].map((word) => store.write(sampleNarrative('busy', word)));
  await Promise.all(writes);
  const text = await readFile(join(folder, 'narratives', 'busy.json'), 'utf8');
  expect(text).toContain('"four"');
  expect(await readdir(join(folder, 'narratives'))).toEqual(['busy.json']);
  await store.write(sampleNarrative('busy', 'five'));
  expect(await readdir(join(folder, 'narratives'))).toEqual(['busy.json', 'busy.json.prev']);
});

test('of writes that were not waited for, the last always wins', async () => {
  const store = await openTestLibrary(await tempFolder());
  const ids = Array.from({ length: 20 }, (_, index) => `narrative-${index}`);
  const words = ['one', 'two', 'three', 'four', 'five'];
  await Promise.all(ids.flatMap((id) => words.map((word) => store.write(sampleNarrative(id, word)))));
  for (const id of ids) expect(await releaseText(store, id)).toContain('five');
});

test('the list is made anew from the files when it is damaged, missing or out of date', async () => {
  const folder = await tempFolder();
  const first = await openTestLibrary(folder);
  await first.write(sampleNarrative('aaa'));
  await first.write(sampleNarrative('bbb'));
  await first.close();
  for (const damage of ['', 'null', '{"format":', '[]', '{"format":"dateline-library","version":1}']) {
    await writeFile(join(folder, 'library.json'), damage);
    await rm(join(folder, 'library.json.prev'), { force: true });
    const store = await openTestLibrary(folder);
    expect(
      store
        .summaries()
        .map(({ heading }) => heading)
        .sort(),
    ).toEqual(['Heading of aaa', 'Heading of bbb']);
    expect(store.notices().map(({ kind }) => kind)).toEqual(['index-rebuilt']);
    await store.close();
  }
  await rm(join(folder, 'library.json'));
  const unlisted = await openTestLibrary(folder);
  expect(unlisted.summaries()).toHaveLength(2);
  await unlisted.close();
  await rm(join(folder, 'narratives', 'aaa.json'));
  const changed = encodeNarrativeFile(sampleNarrative('bbb', 'Other words now'), new Date().toISOString());
  await writeFile(join(folder, 'narratives', 'bbb.json'), changed);
  const store = await openTestLibrary(folder);
  expect(store.summaries()).toHaveLength(1);
  expect(store.has(idOf('aaa'))).toBe(false);
  expect(store.summaries()[0]?.words).toBe(6);
});

test('a narrative that was copied by hand is its own narrative', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('original'));
  await store.close();
  const text = await readFile(join(folder, 'narratives', 'original.json'));
  await writeFile(join(folder, 'narratives', 'original-2.json'), text);
  const next = await openTestLibrary(folder);
  const copy = await next.read(idOf('original-2'));
  await next.write({ ...copy.file, ...sampleNarrative('original-2', 'Only in the copy') });
  expect(await releaseText(next, 'original')).toContain('First words');
  expect(await releaseText(next, 'original-2')).toContain('Only in the copy');
});

test('names that are not ours are left alone', async () => {
  const folder = await tempFolder();
  await (await openTestLibrary(folder)).close();
  const foreign = ['Notes.txt', '.DS_Store', 'My Copy.json', '..json', 'a.json', 'UPPER.json'];
  for (const name of foreign) await writeFile(join(folder, 'narratives', name), 'mine');
  const store = await openTestLibrary(folder);
  expect(store.summaries()).toEqual([]);
  expect(store.notices()).toEqual([]);
  expect((await readdir(join(folder, 'narratives'))).sort()).toEqual([...foreign].sort());
});

test('an id that is a path is refused before the disk is touched', async () => {
  const store = await openTestLibrary(await tempFolder());
  const evil = '../../etc/passwd' as ReturnType<typeof idOf>;
  await expect(store.read(evil)).rejects.toMatchObject({ code: 'bad-request' });
  await expect(store.backups(evil)).rejects.toMatchObject({ code: 'bad-request' });
  await expect(store.read(idOf('nobody'))).rejects.toMatchObject({ code: 'narrative-gone' });
});

test('temp files of a killed process go at the next start', async () => {
  const folder = await tempFolder();
  await (await openTestLibrary(folder)).close();
  const leftover = join(folder, 'narratives', '.mended.json.999999-0a1b2c3d.tmp');
  await writeFile(leftover, 'half');
  await writeFile(join(folder, 'narratives', '.mine.tmp'), 'mine');
  await openTestLibrary(folder);
  expect(await readdir(join(folder, 'narratives'))).toEqual(['.mine.tmp']);
});
