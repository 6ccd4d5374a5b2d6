import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { exportFolder } from '../../../core/export/folder/exportFolder';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import { writeFolder } from '../../../host/folders/writeFolder';
import { importFolder } from '../../../host/importers/importFolder';
import { assetNameOf } from '../../../storage/assets';
import { exportDocument, meta, sampleContent } from '../../core/export/sampleNarrative';
import { newLibraryFolder } from '../newHost';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC',
  'base64',
);
const asset = assetNameOf(png, 'png');
const files = {
  readAsset: async (name: string) => (name === asset ? png : null),
  hasAsset: async () => true,
};

/** The sample with one screen that is drawn. */
function drawnSample() {
  const content = sampleContent();
  const picture = { scene: '', svg: '', png: asset, width: 2, height: 3 };
  content.screens.price = {
    ...{ id: 'price', title: 'The price', alt: 'A price', template: '', picture, versions: [], hotspots: [] },
    ...{ follows: '', changedAt: '', changedBy: '' },
  };
  return content;
}

async function write(
  folder: string,
  changes: { content?: ReturnType<typeof sampleContent>; id?: string } = {},
) {
  const { content = drawnSample(), id = meta.id } = changes;
  const own = { ...meta, id: narrativeIdSchema.parse(id) };
  const exported = exportFolder(exportDocument(content, { meta: own }), { warnings: new ExportWarnings() });
  await writeFolder({ folder, id: own.id, exported, files, replace: false });
}

describe('a folder on the disk', () => {
  it('comes back as the narrative that it was written from, pictures too', async () => {
    const folder = join(await newLibraryFolder(), 'fairmend');
    await write(folder);
    const read = await importFolder(folder);
    expect(read.content).toEqual(drawnSample());
    expect(read.pictures).toEqual([{ name: asset, bytes: png }]);
    expect(read.mark?.id).toBe(meta.id);
    expect(await readdir(join(folder, 'screens'))).toEqual(['The-price-price.png']);
  });

  it('is written again over its own files, and over nobody else’s', async () => {
    const folder = await newLibraryFolder();
    await writeFile(join(folder, 'README.md'), 'Ours.');
    await write(folder);
    const content = drawnSample();
    delete content.screens.price;
    await write(folder, { content });
    expect(await readdir(join(folder, 'screens'))).toEqual([]);
    await writeFile(join(folder, '7-launch-plan.md'), 'Somebody else wrote this.');
    await expect(write(folder)).rejects.toMatchObject({ code: 'target-exists' });
    expect(await readFile(join(folder, '7-launch-plan.md'), 'utf8')).toBe('Somebody else wrote this.');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('Ours.');
    expect(await readdir(join(folder, 'screens'))).toEqual([]);
  });

  it('never shows two narratives', async () => {
    const folder = await newLibraryFolder();
    await write(folder);
    await expect(write(folder, { id: 'another' })).rejects.toMatchObject({ code: 'target-exists' });
  });

  it('is not left through links, nor by names in narrative.json', async () => {
    const [folder, outside] = [await newLibraryFolder(), await newLibraryFolder()];
    await symlink(outside, join(folder, 'screens'));
    await expect(write(folder)).rejects.toMatchObject({ code: 'target-exists' });
    expect(await readdir(outside)).toEqual([]);
    const other = await newLibraryFolder();
    await write(other);
    const victim = join(other, '..', 'victim.md');
    await writeFile(victim, '');
    const card = JSON.parse(await readFile(join(other, 'narrative.json'), 'utf8'));
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    card.written['../victim.md'] = empty;
    card.pictures = { '../victim.md': `${empty}.png` };
    await writeFile(join(other, 'narrative.json'), JSON.stringify(card));
    await write(other);
    expect(await readFile(victim, 'utf8')).toBe('');
  });

  it('says so when a folder holds no narrative', async () => {
    const folder = await newLibraryFolder();
    await mkdir(join(folder, 'sub'));
    await expect(importFolder(folder)).rejects.toMatchObject({ code: 'file-wrong-type' });
    await expect(importFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
