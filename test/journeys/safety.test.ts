import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../core/api/client';
import { decodeNarrativeFile, encodeNarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeId } from '../../core/narrative/meta';
import { sectionText } from '../../core/narrative/plainText';
import { newLibraryFolder } from '../host/newHost';
import { whileUnwritable } from '../host/whileUnwritable';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, type DatelineOptions, startDateline } from './support/startDateline';

const heading = 'section[data-key="heading"] p';

async function startWriting(options?: DatelineOptions): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline(options);
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  await openPart(dateline.page, id, 'release');
  return { ...dateline, id };
}

/** Writes a heading and waits until it is in the file. */
async function writeHeading(page: Page, call: Call, { id, words }: { id: NarrativeId; words: string }) {
  await writeAt(page, heading, words);
  await untilSaved(call, id, { part: 'release', words });
  await page.getByText(/^\s*Saved \d\d:\d\d/).waitFor();
}

const untilShown = (page: Page, words: string): Promise<void> =>
  eventually(async () => expect(await page.locator('.ProseMirror').textContent()).toContain(words));

/** The mark of a session that began long ago and was never closed; no system has a process of this number. */
async function leaveMark(folder: string): Promise<void> {
  const mark = join(folder, '.session.json');
  await writeFile(mark, JSON.stringify({ pid: 2 ** 30 }));
  await utimes(mark, 0, 0);
}

const fileOf = (folder: string, id: NarrativeId) => join(folder, 'narratives', `${id}.json`);

test('a backup comes back as a copy, and the narrative stays as it is', async () => {
  const { page, call, id, folder } = await startWriting();
  await writeHeading(page, call, { id, words: 'The first heading' });
  const stored = decodeNarrativeFile(await readFile(fileOf(folder, id), 'utf8'));
  await mkdir(join(folder, 'backups', id), { recursive: true });
  const backup = encodeNarrativeFile(stored, '2026-03-01T08:00:00.000Z');
  await writeFile(join(folder, 'backups', id, '2026-03-01T08-00-00-000Z.json.gz'), gzipSync(backup));
  await writeHeading(page, call, { id, words: ' and more' });

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expectAccessible(page, 'the menu of a narrative');
  await page.getByRole('menuitem', { name: 'Backups' }).click();
  const restore = page.getByRole('dialog', { name: 'Backups' }).getByRole('button', { name: /1 Mar/ });
  await restore.waitFor();
  await expectAccessible(page, 'the backups');
  await restore.click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL((url) => url.hash.startsWith('#/n/') && !url.hash.includes(id));
  await page.getByRole('link', { name: /Press release/ }).click();
  await page.locator('.ProseMirror').getByText('The first heading', { exact: true }).waitFor();
  await untilSaved(call, id, { part: 'release', words: 'and more' });
});

test('a file changed outside is kept beside the open one, which says so and leads to it', async () => {
  const { page, call, id, folder } = await startWriting();
  await writeHeading(page, call, { id, words: 'Ours' });
  const other = await startDateline();
  const { id: theirs } = await other.call('narratives.create', { brief: { customer: 'Theirs' } });
  const stored = decodeNarrativeFile(await readFile(fileOf(other.folder, theirs), 'utf8'));
  const changed = { ...stored, meta: { ...stored.meta, id } };
  await writeFile(fileOf(folder, id), encodeNarrativeFile(changed, new Date().toISOString()));

  await page.getByText('Both are kept.').waitFor();
  await expectAccessible(page, 'a narrative changed outside');
  await untilSaved(call, id, { part: 'release', words: 'Ours' });
  await page.getByRole('link', { name: 'Compare them' }).click();
  await page.locator('.ProseMirror').getByText('Theirs').waitFor();
});

test('a library that was not closed says so once, and each message is put away by itself', async () => {
  const folder = await newLibraryFolder();
  const first = await startDateline({ library: folder, expectedErrors: /Failed to load|WebSocket/ });
  await first.page.getByLabel('Who is the customer?').waitFor();
  await first.call('narratives.create', { brief: { customer: 'Allotment keepers' } });
  await first.stopServer();
  await first.host.close();
  await leaveMark(folder);
  const { page } = await startDateline({ library: folder });
  await page.getByText('closed without warning').waitFor();
  await page.getByRole('button', { name: 'Put this message away' }).click();
  await page.getByText('closed without warning').waitFor({ state: 'detached' });
});

test('a narrative deleted under an open window says so, and its words can still be saved', async () => {
  const { page, call, id } = await startWriting({ expectedErrors: /Failed to load/ });
  await writeHeading(page, call, { id, words: 'Still in this window' });
  await call('narratives.trash', { id });
  await page
    .getByRole('alert')
    .getByText(/trash|gone/i)
    .first()
    .waitFor();
  await expectAccessible(page, 'a narrative that is gone');
  await untilShown(page, 'Still in this window');
});

describe('a folder that refuses', () => {
  test('words are not called saved, a copy is handed out, and the library tells too', async () => {
    const { page, call, folder, id } = await startWriting({ expectedErrors: /Failed to load/ });
    await writeHeading(page, call, { id, words: 'Kept' });
    let copy: Download | undefined;
    await whileUnwritable(folder, async () => {
      await writeAt(page, heading, 'Not yet');
      await page.getByText(/^Not saved: .*Your words are safe in this window\./).waitFor();
      await expectAccessible(page, 'words that are not saved');

      await page.getByRole('button', { name: 'Back to the library' }).click();
      await page.getByText(/The last words of “Fairmend” are not saved/).waitFor();
      await expectAccessible(page, 'the library with words that are not saved');
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save a copy elsewhere' }).click();
      copy = await downloading;
    });
    const saved = decodeNarrativeFile(await readFile((await copy?.path()) ?? '', 'utf8'));
    expect(sectionText(saved.content.parts.release, 'heading')).toContain('Not yet');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/The last words of “Fairmend” are not saved/).waitFor({ state: 'detached' });
    await untilSaved(call, id, { part: 'release', words: 'Not yet' });
  });

  test('a copy that a window saved is imported like any other file', async () => {
    const { page, call, id } = await startWriting();
    await writeHeading(page, call, { id, words: 'Saved as a copy' });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save a copy' }).click();
    const path = await (await downloading).path();
    await call('narratives.trash', { id });
    await call('narratives.erase', { id });

    await page.evaluate(() => {
      window.location.hash = '#/';
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('banner').getByRole('button', { name: 'Import' }).click(),
    ]);
    const buffer = await readFile(path);
    await chooser.setFiles([{ name: 'Fairmend.dateline', mimeType: 'application/json', buffer }]);
    await page.getByRole('dialog').getByRole('button', { name: 'Open it' }).waitFor();
    await expectAccessible(page, 'what was imported');
    await page.getByRole('dialog').getByRole('button', { name: 'Open it' }).click();
    await page.waitForURL(/#\/n\//);
    await page.getByRole('link', { name: /Press release/ }).click();
    await page.locator('.ProseMirror').getByText('Saved as a copy').waitFor();
  });
});

test('a library folder that is taken away is told of, and nothing is lost', async () => {
  const { page, call, folder, id } = await startWriting({ expectedErrors: /Failed to load/ });
  await writeHeading(page, call, { id, words: 'Here' });
  await rm(join(folder, 'narratives'), { recursive: true });
  await writeAt(page, heading, 'Still ');
  await page
    .getByRole('alert')
    .getByText(/safe in this window|gone/)
    .first()
    .waitFor();
  await untilShown(page, 'Still ');
});
