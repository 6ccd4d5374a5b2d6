import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, runFromPalette, writeAt } from './support/narrativePage';
import { startDateline } from './support/startDateline';

const sentence = (index: number) => `Sentence ${index} says what the price is before anybody comes. `;
const long = Array.from({ length: 70 }, (_, index) => sentence(index)).join('');

/** How many letters stand before the line that says where a page begins. */
const lettersBeforeLine = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const line = document.querySelector('.dl-page-line');
    const range = document.createRange();
    range.setStart(document.querySelector('.ProseMirror') ?? document.body, 0);
    if (line) range.setEndBefore(line);
    return range.toString().replace(/\s/gu, '').length;
  });

describe('the printed pages', () => {
  test('lie beside the text, follow what is typed, and are leafed through by keys', async () => {
    const { page, call } = await startDateline();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    await openPart(page, id, 'release');
    await writeAt(page, 'section[data-key="heading"] p', 'Osterby launches Fairmend');
    await runFromPalette(page, 'Pages beside the text');
    const pages = page.getByRole('complementary', { name: 'Beside the text' });
    await pages.getByText('Page 1 of 1').waitFor();
    await writeAt(page, 'section[data-key="solution"] p', long);
    // The caret stands behind the last word, so its page is the one that is shown.
    await pages.getByText('Page 2 of 2').waitFor();
    await page.getByText('Page 2 begins here').waitFor();
    await expectAccessible(page, 'pages beside the text');
    await pages.getByRole('region', { name: 'Page', exact: true }).focus();
    await page.keyboard.press('Home');
    await pages.getByRole('img', { name: 'Page 1 of the PDF' }).waitFor();
    await page.keyboard.press('PageDown');
    await pages.getByRole('img', { name: 'Page 2 of the PDF' }).waitFor();
    await pages.getByRole('button', { name: 'Back to the guide' }).click();
    await pages.getByRole('tab', { name: 'Guide' }).waitFor();
  });

  test('begin in the editor where they begin on paper, and no word is added to the text', async () => {
    const { page, call } = await startDateline();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    await openPart(page, id, 'release');
    await writeAt(page, 'section[data-key="solution"] p', long);
    await page.getByText('Page 2 begins here').waitFor();
    await eventually(async () => {
      const { releaseBreaks } = await call('narratives.gauge', { id });
      expect(releaseBreaks).toEqual([{ page: 2, letters: await lettersBeforeLine(page) }]);
    });
    const { state } = await call('narratives.open', { id });
    expect(Buffer.from(state, 'base64').toString('latin1')).not.toContain('begins here');
  });

  test('are printed with a logo that was chosen in the export', async () => {
    const { page, call } = await startDateline();
    const { id } = await call('narratives.create', { name: 'Fairmend' });
    await openPart(page, id, 'release');
    await writeAt(page, 'section[data-key="heading"] p', 'Osterby launches Fairmend');
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Reading copy/ }).check();
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a logo' }).click();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
    await (await choosing).setFiles({
      name: 'Osterby.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(svg),
    });
    await dialog.getByRole('checkbox', { name: 'Logo: Osterby' }).waitFor();
    await expectAccessible(page, 'export of a reading copy');
    await eventually(async () =>
      expect(await call('settings.read', {})).toMatchObject({ logo: { alt: 'Osterby' } }),
    );
  });
});
