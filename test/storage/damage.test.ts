import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryStore } from '../../storage/libraryStore';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, releaseText, tempFolder, testPorts } from './testLibrary';

const damages: Record<string, (text: string) => string | Uint8Array> = {
  'cut short': (text) => text.slice(0, text.length / 2),
  'one letter changed': (text) => text.replace('latest words', 'latest wards'),
  empty: () => '',
  null: () => 'null',
  'not JSON': () => 'Dear diary',
  'another JSON': () => '{"format":"something else"}',
  'zero bytes': (text) => new Uint8Array(text.length),
  'not text': () => Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x80]),
};

async function libraryWithTwoVersions(folder: string): Promise<LibraryStore> {
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended', 'The earlier words'));
  await store.write(sampleNarrative('mended', 'The latest words'));
  return store;
}

const fileOf = (folder: string): string => join(folder, 'narratives', 'mended.json');

test.each(Object.entries(damages))(
  'a file that is %s falls back on the one before',
  async (_name, damage) => {
    const folder = await tempFolder();
    const store = await libraryWithTwoVersions(folder);
    await store.close();
    const damaged = Buffer.from(damage(await readFile(fileOf(folder), 'utf8')));
    await writeFile(fileOf(folder), damaged);
    const next = await openTestLibrary(folder);
    expect(await releaseText(next, 'mended')).toContain('The earlier words');
    const [notice] = next.notices();
    expect(notice).toMatchObject({ kind: 'recovered', narrativeId: 'mended' });
    expect(notice?.message).toMatch(/^The file of “Heading of mended” was damaged\. .* all its 6 words\./);
    const [kept] = await readdir(join(folder, 'kept'));
    expect(await readFile(join(folder, 'kept', kept ?? ''))).toEqual(damaged);
    expect(notice?.message).toContain(`kept/${kept}`);
  },
);

test('damage while the library is open is found by the next reading', async () => {
  const folder = await tempFolder();
  const store = await libraryWithTwoVersions(folder);
  await writeFile(fileOf(folder), '{');
  const { file, notices } = await store.read(idOf('mended'));
  expect(JSON.stringify(file.content)).toContain('The earlier words');
  expect(notices.map(({ kind }) => kind)).toEqual(['recovered']);
  expect((await store.read(idOf('mended'))).notices).toEqual([]);
});

test('when the one before is damaged too, the newest backup takes over', async () => {
  const folder = await tempFolder();
  const store = await libraryWithTwoVersions(folder);
  await store.backUp(idOf('mended'));
  await store.close();
  await writeFile(fileOf(folder), '');
  await writeFile(`${fileOf(folder)}.prev`, '');
  const next = await openTestLibrary(folder);
  expect(await releaseText(next, 'mended')).toContain('The latest words');
  expect(next.notices().map(({ kind }) => kind)).toEqual(['restored-backup']);
});

test('with nothing to fall back on the file stays, and reading it says so', async () => {
  const folder = await tempFolder();
  const store = await openTestLibrary(folder);
  await store.write(sampleNarrative('mended'));
  await store.close();
  await writeFile(fileOf(folder), 'gone');
  const next = await openTestLibrary(folder);
  expect(next.notices()).toEqual([
    {
      kind: 'left-alone',
      message:
        '“narratives/mended.json” cannot be read, and no earlier version of it is here. It was left as it is.',
    },
  ]);
  await expect(next.read(idOf('mended'))).rejects.toMatchObject({ code: 'file-damaged' });
  expect(await readFile(fileOf(folder), 'utf8')).toBe('gone');
});

test('a file from a newer Dateline is refused and left untouched', async () => {
  const folder = await tempFolder();
  const store = await libraryWithTwoVersions(folder);
  await store.close();
  const newer = (await readFile(fileOf(folder), 'utf8')).replace(/"version":\d+/, '"version":99');
  await writeFile(fileOf(folder), newer);
  const next = await openTestLibrary(folder);
  await expect(next.read(idOf('mended'))).rejects.toMatchObject({
    code: 'file-from-future',
    message: 'This file comes from a newer Dateline. It was left as it is.',
  });
  expect(next.notices().map(({ kind }) => kind)).toEqual(['left-alone']);
  expect(await next.verify({ repair: true })).toMatchObject({ problems: [{ code: 'file-from-future' }] });
  expect(await readFile(fileOf(folder), 'utf8')).toBe(newer);
});

test('verify finds every damaged file, and changes something only to repair', async () => {
  const folder = await tempFolder();
  const store = await libraryWithTwoVersions(folder);
  await store.write(sampleNarrative('lonely'));
  const asset = await store.addAsset(Uint8Array.from([1, 2, 3]), 'png');
  expect(await store.verify({ repair: false })).toEqual({ checked: 3, problems: [], unused: [] });
  await writeFile(join(folder, 'assets', asset), 'other');
  await writeFile(fileOf(folder), 'bad');
  await writeFile(join(folder, 'narratives', 'lonely.json'), 'bad');
  const found = await store.verify({ repair: false });
  expect(found.problems.map(({ file, repaired }) => [file, repaired]).sort()).toEqual([
    [`assets/${asset}`, null],
    ['narratives/lonely.json', null],
    ['narratives/mended.json', null],
  ]);
  expect(await readFile(fileOf(folder), 'utf8')).toBe('bad');
  const repaired = await store.verify({ repair: true });
  expect(repaired.problems.every((problem) => problem.repaired !== null)).toBe(true);
  expect(await store.verify({ repair: false })).toEqual({ checked: 1, problems: [], unused: [] });
  expect(await releaseText(store, 'mended')).toContain('The earlier words');
  expect(await readdir(join(folder, 'kept'))).toHaveLength(3);
});

test('a session that never closed is told of, with its time and words', async () => {
  const folder = await tempFolder();
  const ports = testPorts();
  const store = await openTestLibrary(folder, ports);
  const mark = await readFile(join(folder, '.session.json'), 'utf8');
  await store.close();
  // What a killed process leaves: its mark, dated before its last words.
  await writeFile(join(folder, '.session.json'), mark);
  await writeFile(fileOf(folder), await textOf(folder));
  const next = await openTestLibrary(folder, ports);
  expect(next.notices()).toHaveLength(1);
  expect(next.notices()[0]?.message).toMatch(
    /^Dateline closed without warning at .*\. All 5 words are here\.$/,
  );
  await next.close();
  expect((await openTestLibrary(folder)).notices()).toEqual([]);
});

async function textOf(folder: string): Promise<string> {
  const other = await openTestLibrary(join(folder, 'other'));
  await other.write(sampleNarrative('mended'));
  return readFile(join(folder, 'other', 'narratives', 'mended.json'), 'utf8');
}
