import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentVersion } from '../../core/format/contentVersion';
import type { NarrativeFile } from '../../core/format/narrativeFile';
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

const asExport = { reason: 'export', name: 'Mended.docx', by: 'Ines' } as const;
const bySelf = { reason: 'session', name: '', by: 'Ines' } as const;
const named = (name: string) => ({ reason: 'named', name, by: 'Ines' }) as const;
const mended = idOf('mended');
const minuteMs = 60_000;

test('what is kept again for the same reason is in the timeline once', async () => {
  const folder = await tempFolder();
  const { versions } = await openTestLibrary(folder);
  const file = saying('one');
  const entry = await versions.keep(file, asExport);
  expect(await versions.keep(file, asExport)).toEqual(entry);
  expect(await versions.keep(file, bySelf)).toEqual(entry);
  expect(entry).toMatchObject({ version: contentVersion(file.content), ...asExport, draft: 1, words: 6 });
  const files = await readdir(join(folder, 'versions', 'mended'));
  expect(files.sort()).toEqual([`${entry.version}.json.gz`, `${entry.id}.json`]);
  expect((await versions.read(mended, entry.version))?.content).toEqual(file.content);
  expect(await versions.read(idOf('other'), entry.version)).toBeNull();
});

test('a content kept for several reasons, even in one moment, is stored once and told each time', async () => {
  const folder = await tempFolder();
  const { versions } = await openTestLibrary(folder);
  const file = saying('one');
  for (const why of [named('Board'), asExport, named('Board, second')]) await versions.keep(file, why);
  const entries = await versions.entries(mended);
  expect(entries.map(({ name }) => name)).toEqual(['Board, second', 'Mended.docx', 'Board']);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
  expect(await versions.list(mended)).toEqual([contentVersion(file.content)]);
});

test('of a day long ago one version stays, with all that was kept for a reason or read last', async () => {
  const ports = testPorts(new Date('2027-01-04T08:00:00.000Z'));
  const folder = await tempFolder();
  const { versions } = await openTestLibrary(folder, ports);
  const later = (ms: number) => {
    ports.time = new Date(ports.time.getTime() + ms);
  };
  const keepAll = async (...words: string[]) => {
    for (const each of words) {
      await versions.keep(saying(each), each === 'board' ? named('Board') : bySelf);
      later(minuteMs);
    }
  };
  await keepAll('one', 'board', 'two');
  await versions.markRead(saying('read'), 'Ines');
  later(minuteMs);
  await keepAll('three', 'four');
  later(5 * 24 * 60 * minuteMs);
  await keepAll('five', 'six');
  const wanted = ['six', 'five', 'four', 'read', 'board'];
  expect(await versions.list(mended)).toEqual(wanted.map((words) => contentVersion(saying(words).content)));
  for (const version of await versions.list(mended))
    expect(await versions.read(mended, version)).not.toBeNull();
  expect(await readdir(join(folder, 'versions', 'mended'))).toHaveLength(2 * wanted.length + 1);
});

test('versions from before there was a timeline are in it as exports', async () => {
  const folder = await tempFolder();
  const { versions } = await openTestLibrary(folder);
  const { id, version } = await versions.keep(saying('one'), named('Board'));
  await rm(join(folder, 'versions', 'mended', `${id}.json`));
  const expected = { version, reason: 'export', name: '', by: '', draft: 1 };
  expect(await versions.entries(mended)).toMatchObject([expected]);
  expect(await versions.entries(mended)).toMatchObject([expected]);
  expect(await versions.keep(saying('one'), named('Board'))).toMatchObject({ version, name: 'Board' });
});

test('a version that is given a name keeps it, and is not thinned out any more', async () => {
  const ports = testPorts();
  const { versions } = await openTestLibrary(await tempFolder(), ports);
  const { id, at } = await versions.keep(saying('one'), bySelf);
  expect(await versions.rename(mended, id, 'Größe & „Mut“')).toMatchObject({
    ...{ id, at, reason: 'named', name: 'Größe & „Mut“' },
  });
  ports.time = new Date(ports.time.getTime() + 400 * 24 * 60 * minuteMs);
  await versions.keep(saying('two'), bySelf);
  await versions.keep(saying('three'), bySelf);
  expect((await versions.entries(mended)).at(-1)).toMatchObject({ id, name: 'Größe & „Mut“' });
  expect(await versions.rename(mended, id.replace(/^..../, '1999'), 'x')).toBeNull();
});

test('what each person read last is known, whoever reads after', async () => {
  const { versions } = await openTestLibrary(await tempFolder());
  expect(await versions.lastRead(mended, 'Ines')).toBeNull();
  await versions.markRead(saying('one'), 'Ines');
  await versions.markRead(saying('two'), '__proto__');
  await versions.markRead(saying('two'), '');
  expect(await versions.lastRead(mended, 'Ines')).toMatchObject({
    version: contentVersion(saying('one').content),
    draft: 1,
  });
  await versions.markRead(saying('two'), 'Ines');
  for (const by of ['Ines', '__proto__', ''])
    expect((await versions.lastRead(mended, by))?.version).toBe(contentVersion(saying('two').content));
});

test('a damaged entry costs only its reason, and is told by a check', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const first = await store.versions.keep(saying('one'), named('Board'));
  const second = await store.versions.keep(saying('two'), named('Launch'));
  const path = join(folder, 'versions', 'mended', `${first.id}.json`);
  await writeFile(path, '{"id":');
  await writeFile(join(folder, 'versions', 'mended', 'read.json'), 'cut');
  expect(await store.versions.lastRead(mended, 'Ines')).toBeNull();
  const names = (await store.versions.entries(mended)).map(({ version, name }) => [version, name]);
  expect(names).toHaveLength(2);
  expect(names).toEqual(
    expect.arrayContaining([
      [second.version, 'Launch'],
      [first.version, ''],
    ]),
  );
  const { problems } = await store.verify({ repair: true });
  expect(problems).toMatchObject([{ file: `versions/mended/${first.id}.json`, code: 'file-damaged' }]);
  expect((await store.verify({ repair: false })).problems).toEqual([]);
});

test('a damaged version is no version, is told by a check, and is written anew by the next export', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = saying('one');
  const { version } = await store.versions.keep(file, asExport);
  const path = join(folder, 'versions', 'mended', `${version}.json.gz`);
  await writeFile(path, 'cut');
  expect(await store.versions.read(idOf('mended'), version)).toBeNull();
  expect((await store.verify({ repair: false })).problems).toMatchObject([
    { file: `versions/mended/${version}.json.gz`, code: 'file-damaged', repaired: null },
  ]);
  expect((await store.verify({ repair: true })).problems[0]?.repaired).toContain('kept/');
  expect((await store.verify({ repair: false })).problems).toEqual([]);
  await store.versions.keep(file, asExport);
  expect((await store.versions.read(idOf('mended'), version))?.content).toEqual(file.content);
});

test('versions go with their narrative when it is erased, and not before', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  const file = saying('one');
  await store.write(file);
  const { version } = await store.versions.keep(file, asExport);
  await store.trash(idOf('mended'));
  expect(await store.versions.read(idOf('mended'), version)).not.toBeNull();
  await store.erase(idOf('mended'));
  await expect(access(join(folder, 'versions', 'mended'))).rejects.toMatchObject({ code: 'ENOENT' });
});
