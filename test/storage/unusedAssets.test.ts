import { readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { createNarrativeDoc, encodeNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { idOf, sampleNarrative } from './sampleNarrative';
import { openTestLibrary, tempFolder, testPorts } from './testLibrary';

/** A narrative whose plan shows pictures. */
function showing(id: string, assets: readonly string[]): NarrativeFile {
  const file = sampleNarrative(id);
  const pictures = assets.map((asset) => ({
    type: 'image' as const,
    attrs: { asset, alt: '', caption: '' },
  }));
  file.content.parts.plan = { type: 'doc', content: [...pictures, { type: 'paragraph' }] };
  const yjs = Buffer.from(encodeNarrativeDoc(createNarrativeDoc(file.content))).toString('base64');
  return { ...file, yjs };
}

/** A library, and pictures in it that were stored two days ago. */
async function libraryWithPictures(count: number) {
  const folder = await tempFolder();
  const ports = testPorts();
  const store = await openTestLibrary(folder, ports);
  const pictures: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = await store.addAsset(Uint8Array.from([index, 1, 2]), 'png');
    const before = new Date(Date.now() - 48 * 3_600_000);
    await utimes(join(folder, 'assets', name), before, before);
    pictures.push(name);
  }
  const unusedOf = async (repair = false) =>
    (await store.verify({ repair })).unused?.map(({ file }) => file.slice('assets/'.length)) ?? null;
  return { folder, ports, store, pictures, unusedOf };
}

test('pictures that nothing names are moved to kept/ by a repair, and by nothing else', async () => {
  const { folder, ports, store, pictures, unusedOf } = await libraryWithPictures(2);
  const [used = '', unused = ''] = pictures;
  await store.write(showing('mended', [used]));
  expect(await unusedOf()).toEqual([unused]);
  await store.close();
  const next = await openTestLibrary(folder, ports);
  expect((await readdir(join(folder, 'assets'))).sort()).toEqual([...pictures].sort());
  const { problems, unused: moved } = await next.verify({ repair: true });
  expect(problems).toEqual([]);
  expect(moved).toEqual([{ file: `assets/${unused}`, size: 3, movedTo: expect.stringMatching(/^kept\//) }]);
  expect(await readdir(join(folder, 'assets'))).toEqual([used]);
  expect(await readdir(folder)).toContain('kept');
  expect(await readdir(join(folder, moved?.[0]?.movedTo ?? '', '..'))).toHaveLength(1);
});

test('pictures stay that only a backup, the trash, an earlier generation or a kept copy names', async () => {
  const { folder, store, pictures, unusedOf } = await libraryWithPictures(6);
  const [inBackup = '', inTrash = '', inPrevious = '', inKept = '', inShared = '', nowhere = ''] = pictures;
  await store.write(showing('aaa', [inBackup]));
  await store.backUp(idOf('aaa'));
  await store.write(showing('aaa', [inPrevious]));
  await store.write(showing('aaa', []));
  await store.write(showing('bbb', [inTrash]));
  await store.trash(idOf('bbb'));
  await store.write(showing('ccc', [inKept]));
  await writeFile(join(folder, 'narratives', 'ccc.json'), 'bad');
  await writeFile(join(folder, 'narratives', 'ccc.json.prev'), 'bad');
  await store.verify({ repair: true });
  await writeFile(join(folder, 'kept', 'old copy'), `an old text with ${inKept} in it`);
  // What the readable part of a file lacks, the shared document may hold.
  const { yjs } = showing('ddd', [inShared]);
  await store.write({ ...sampleNarrative('ddd'), yjs });
  expect(await unusedOf(true)).toEqual([nowhere]);
  expect((await readdir(join(folder, 'assets'))).sort()).toEqual(
    pictures.filter((name) => name !== nowhere).sort(),
  );
});

test('nothing is called unused while a file cannot be read', async () => {
  const { folder, store, pictures, unusedOf } = await libraryWithPictures(1);
  await store.write(showing('aaa', []));
  await store.backUp(idOf('aaa'));
  expect(await unusedOf()).toEqual(pictures);
  const [backup = ''] = await readdir(join(folder, 'backups', 'aaa'));
  await writeFile(join(folder, 'backups', 'aaa', backup), 'damaged');
  expect(await unusedOf(true)).toBeNull();
  await rm(join(folder, 'backups', 'aaa', backup));
  await symlink(join(folder, 'elsewhere'), join(folder, 'backups', 'linked'));
  expect(await unusedOf(true)).toBeNull();
  await rm(join(folder, 'backups', 'linked'));
  await writeFile(join(folder, 'narratives', 'zzz.json'), '{"format":"dateline-narrative","version":99');
  expect(await unusedOf()).toBeNull();
  expect(await readdir(join(folder, 'assets'))).toEqual(pictures);
});

test('a picture of today may belong to a narrative that is on its way', async () => {
  const { folder, store, unusedOf } = await libraryWithPictures(0);
  const name = await store.addAsset(Uint8Array.from([1]), 'png');
  expect(await unusedOf(true)).toEqual([]);
  expect(await readdir(join(folder, 'assets'))).toEqual([name]);
});

test('whatever narratives name stays, whatever happens to them (seed 2)', { timeout: 120_000 }, async () => {
  const { folder, store, pictures } = await libraryWithPictures(5);
  const step = fc.record({
    id: fc.constantFrom('aaa', 'bbb', 'ccc'),
    shown: fc.subarray(pictures),
    after: fc.constantFrom('backUp', 'trash', 'nothing'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
      for (const { id, shown, after } of steps) {
        await store.write(showing(id, shown));
        if (after === 'backUp') await store.backUp(idOf(id));
        if (after === 'trash') await store.trash(idOf(id));
        const { unused } = await store.verify({ repair: false });
        const names = unused?.map(({ file }) => file.slice('assets/'.length)) ?? [];
        expect(names.filter((name) => shown.includes(name))).toEqual([]);
      }
    }),
    { seed: 2, numRuns: 8 },
  );
  expect(await readdir(join(folder, 'assets'))).toHaveLength(5);
});
