import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../core/api/shapes';
import { openSettings } from '../../storage/settings';
import { tempFolder } from './testLibrary';

test('what was chosen is there at the next start', async () => {
  const folder = await tempFolder();
  const settings = await openSettings(folder);
  expect(settings.get()).toEqual(defaultSettings);
  await settings.change({ theme: 'dark' });
  await settings.change({ author: 'Ada', theme: undefined });
  expect((await openSettings(folder)).get()).toEqual({ ...defaultSettings, theme: 'dark', author: 'Ada' });
});

test('settings that cannot be read are moved aside', async () => {
  for (const text of ['', 'null', '[1]', '{"theme":"pink"}', 'theme: dark']) {
    const folder = await tempFolder();
    await writeFile(join(folder, 'settings.json'), text);
    expect((await openSettings(folder)).get()).toEqual(defaultSettings);
    if (text !== 'null' && text !== '[1]') {
      expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe(text);
    }
  }
});

test('a setting that did not exist yet gets its usual value', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'settings.json'), '{"theme":"light"}');
  expect((await openSettings(folder)).get()).toEqual({ ...defaultSettings, theme: 'light' });
});
