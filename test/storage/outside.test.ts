import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeNarrativeFile } from '../../core/format/narrativeFile';
import { poll } from '../../storage/folderWatch';
import type { LibraryStore, OutsideChange } from '../../storage/libraryStore';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, releaseText, tempFolder } from './testLibrary';

const id = idOf('mended');

async function writtenOutside(folder: string, name: string, words: string): Promise<void> {
  const text = encodeNarrativeFile(sampleNarrative(name, words), new Date().toISOString());
  await writeFile(join(folder, 'narratives', `${name}.json`), text);
}

function nextChange(store: LibraryStore): Promise<OutsideChange> {
  return new Promise((resolve) => {
    const stop = store.onOutsideChange((change) => {
      stop();
      resolve(change);
    });
  });
}

function listChangesUntil(store: LibraryStore, isDone: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.onListChange(() => {
      if (!isDone()) return;
      stop();
      resolve();
    });
  });
}

test('a save over an outside change keeps both and says so', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours, first'));
  await writtenOutside(folder, 'mended', 'Theirs');
  await store.write(sampleNarrative('mended', 'Ours, second'));
  expect(await releaseText(store, 'mended')).toContain('Ours, second');
  expect(store.notices()).toHaveLength(1);
  const [notice] = store.notices();
  expect(notice).toMatchObject({
    kind: 'changed-outside',
    message: 'This file was changed outside Dateline. Both are kept. Compare them.',
    narrativeId: 'mended',
  });
  expect(await releaseText(store, notice?.copyId ?? '')).toContain('Theirs');
  const copy = store.summaries().find(({ meta }) => meta.id === notice?.copyId);
  expect(copy?.meta.name).toBe('Heading of mended (changed outside)');
});

test('an outside change to a held narrative is told of before any save, and ours is put back', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  await store.close();
  const next = await openTestLibrary(folder);
  next.hold(id);
  await next.read(id);
  const change = nextChange(next);
  await writtenOutside(folder, 'mended', 'Theirs');
  const told = await change;
  expect(told).toMatchObject({ kind: 'changed', id: 'mended', notice: { kind: 'changed-outside' } });
  const copyId = told.kind === 'changed' ? told.notice.copyId : undefined;
  expect(await releaseText(next, copyId ?? '')).toContain('Theirs');
  expect(await releaseText(next, 'mended')).toContain('Ours');
  expect(await readFile(join(folder, 'narratives', 'mended.json'), 'utf8')).toContain('Ours');
});

test('an outside change to a narrative nobody has open is the narrative from then on', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  store.hold(id)();
  const change = listChangesUntil(store, () => store.summaries()[0]?.words === 6);
  await writtenOutside(folder, 'mended', 'Theirs are three');
  await change;
  expect(await releaseText(store, 'mended')).toContain('Theirs are three');
  expect(store.notices()).toEqual([]);
  // What this process wrote last is still to be had.
  expect((await store.backups(id)).map(({ words }) => words)).toEqual([4]);
});

test('a held narrative whose window never saved is still kept apart from the outside one', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  store.hold(id);
  await writeFile(join(folder, 'narratives', 'mended.json'), 'half of a fi');
  await store.write(sampleNarrative('mended', 'Ours again'));
  const [kept] = await readdir(join(folder, 'kept'));
  expect(await readFile(join(folder, 'kept', kept ?? ''), 'utf8')).toBe('half of a fi');
  expect(store.notices()[0]?.message).toContain(`kept as kept/${kept}`);
  expect(await releaseText(store, 'mended')).toContain('Ours again');
});

test('reading a held narrative again does not let the outside version slip in', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  store.hold(id);
  await store.read(id);
  await writtenOutside(folder, 'mended', 'Theirs');
  expect(await releaseText(store, 'mended')).toContain('Ours');
  const [notice] = store.notices();
  expect(await releaseText(store, notice?.copyId ?? '')).toContain('Theirs');
});

test('what came in before a narrative was opened again is no conflict', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  store.hold(id)();
  await writtenOutside(folder, 'mended', 'Theirs');
  store.hold(id);
  expect(await releaseText(store, 'mended')).toContain('Theirs');
  const { notices } = await store.write(sampleNarrative('mended', 'Built on theirs'));
  expect(notices).toEqual([]);
  expect(store.summaries()).toHaveLength(1);
});

test('a file that was only touched is no change', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'Ours'));
  await utimes(join(folder, 'narratives', 'mended.json'), new Date(), new Date());
  const { notices } = await store.write(sampleNarrative('mended', 'Ours again'));
  expect(notices).toEqual([]);
  expect(store.summaries()).toHaveLength(1);
});

test('a file that is removed is reported, and one that is dropped in appears', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended'));
  const removal = nextChange(store);
  await rm(join(folder, 'narratives', 'mended.json'));
  expect(await removal).toEqual({ kind: 'removed', id: 'mended' });
  expect(store.has(id)).toBe(false);
  const arrival = listChangesUntil(store, () => store.has(idOf('dropped')));
  await writtenOutside(folder, 'dropped', 'Came by mail');
  await arrival;
  expect(store.summaries().map(({ heading }) => heading)).toEqual(['Heading of dropped']);
});

test('where the system tells of nothing, looking again finds the same', async () => {
  const folder = await tempFolder();
  const touched: string[] = [];
  const found = new Promise<void>((resolve) => {
    const stop = poll(
      folder,
      (name) => {
        touched.push(name);
        stop();
        resolve();
      },
      10,
    );
  });
  // The first look may come before or after this file; a later change is seen in either case.
  let text = '';
  const writing = setInterval(() => {
    text += 'more ';
    void writeFile(join(folder, 'new.json'), text);
  }, 20);
  await found;
  clearInterval(writing);
  expect(touched).toEqual(['new.json']);
});
