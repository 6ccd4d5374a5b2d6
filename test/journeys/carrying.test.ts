import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/expectAccessible';
import { openPart, placeCaret, runFromPalette } from './support/narrativePage';
import { startDateline } from './support/startDateline';

const permissions = ['clipboard-read', 'clipboard-write'];

/** What another program would be given, in both forms. */
const clipboard = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { html: (await read('text/html')) ?? '', text: (await read('text/plain')) ?? '' };
  });

test('a part is copied as rich text, with its pictures and the words of a moment ago', async () => {
  const { page, call } = await startDateline({ permissions });
  const { id } = await call('narratives.create', { sample: 'consumer-app' });
  await openPart(page, id, 'experience');
  const step = page.locator('[data-type="step"] > p').first();
  await placeCaret(step, { x: 2, y: 2 });
  await page.keyboard.press('Home');
  await page.keyboard.insertText('Just now: ');
  await runFromPalette(page, 'Copy this part as rich text');
  await page.getByText('Copied as rich text').waitFor();
  const { html, text } = await clipboard(page);
  expect(html).toContain('Just now: ');
  expect(html).toContain('<img src="data:image/png;base64,');
  expect(html).not.toMatch(/ (id|class|data-[a-z]+)=|<script|\/assets\//);
  expect(text).toContain('Just now: ');
  expect(text).toMatch(/\[Screen: /);
});

test('a window that may not use the clipboard says so, and what to do', async () => {
  const { page, call } = await startDateline();
  const { id } = await call('narratives.create', { sample: 'web-service' });
  await openPart(page, id, 'release');
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('not here', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy the narrative as rich text' }).click();
  await page.getByText('Not copied: this window may not use the clipboard.').waitFor();
});

test('words copied by key make sense elsewhere', async () => {
  const { page, call } = await startDateline({ permissions });
  const { id } = await call('narratives.create', { sample: 'consumer-app' });
  await openPart(page, id, 'experience');
  await placeCaret(page.locator('[data-type="step"] > p').first());
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await eventually(async () => {
    const { html, text } = await clipboard(page);
    expect(html).toMatch(/Who: ?<\/strong>Maud, a dental nurse/);
    expect(html).toMatch(/<img[^>]* src="data:image\/png;base64,|\[Screen: /);
    expect(html).not.toContain('/assets/');
    expect(text).toContain('Maud, a dental nurse');
  });
});

test('every narrative is exported from the library in one go', async () => {
  const { page, call } = await startDateline();
  await call('narratives.create', { sample: 'consumer-app' });
  await call('narratives.create', { sample: 'web-service' });
  await page.getByRole('button', { name: 'Export all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export every narrative' });
  await dialog.getByLabel('Format').selectOption('Markdown');
  await expectAccessible(page, 'exporting every narrative');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export all' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Narratives.zip');
  await dialog.getByText('2 of 2 narratives are exported.').waitFor();
});
