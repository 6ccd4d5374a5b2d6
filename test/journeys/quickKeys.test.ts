import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { NarrativeId } from '../../core/narrative/meta';
import { eventually } from '../support/eventually';
import { openPart, runFromPalette, untilFocused, untilSaved, writeAt } from './support/narrativePage';
import { type Dateline, type DatelineOptions, startDateline } from './support/startDateline';

const problem = 'section[data-key="problem"] p';

async function startRelease(options: DatelineOptions = {}): Promise<Dateline & { id: NarrativeId }> {
  const dateline = await startDateline(options);
  const { id } = await dateline.call('narratives.create', { name: 'Fairmend' });
  await openPart(dateline.page, id, 'release');
  return { ...dateline, id };
}

const untilProblem = (page: Page, words: string): Promise<void> =>
  eventually(async () => expect(await page.locator(`.ProseMirror ${problem}`).textContent()).toBe(words));

/** The browser moves the caret at once and tells of it later; here it never tells. */
function holdBackCaretNews(page: Page): Promise<void> {
  return page.evaluate(() => {
    const hold = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
    window.addEventListener('selectionchange', hold, { capture: true });
  });
}

test('what is typed right after the key of the palette goes into the palette, not into the text', async () => {
  const { page } = await startRelease({ reducedMotion: 'no-preference' });
  await writeAt(page, problem, 'A household waits.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('all keys');
  const search = page.getByPlaceholder('Find or do anything');
  await eventually(async () => expect(await search.inputValue()).toBe('all keys'));
  await untilProblem(page, 'A household waits.');
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await untilFocused(page.locator('.ProseMirror'));
});

test('Enter in the palette takes the first row, also when it was found after the words came', async () => {
  const { page, call, id } = await startRelease();
  await writeAt(page, problem, 'A household waits.');
  await untilSaved(call, id, { part: 'release', words: 'A household waits.' });
  await openPart(page, id, 'plan');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('household');
  await page.getByRole('dialog').getByText('A household waits.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('main', { name: 'Press release', exact: true }).waitFor();
});

test('a dialog that closes gives the keys back to the text, also when the palette led to it', async () => {
  const { page } = await startRelease();
  await writeAt(page, problem, 'A household');
  const text = page.locator('.ProseMirror');
  const closeDialog = async (name: string) => {
    await page.getByRole('dialog', { name }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(text);
  };
  await page.keyboard.press('Control+/');
  await closeDialog('All keys');
  await runFromPalette(page, 'Name and details');
  await closeDialog('Name and details');
  await runFromPalette(page, 'Undo');
  await page.locator(`${problem}.is-empty`).waitFor();
});

test('another house style changes the grey words under a caret and leaves the caret where it is', async () => {
  const { page, openWindow, id } = await startRelease();
  await writeAt(page, problem, 'A household');
  const other = await openWindow();
  await openPart(other, id, 'release');
  await runFromPalette(other, 'Coach and house style');
  await other.getByLabel('House style', { exact: true }).selectOption({ label: 'Product name as heading' });
  const heading = page.locator('.ProseMirror section[data-key="heading"] p');
  await expect.poll(() => heading.getAttribute('data-placeholder')).toBe('The name, and nothing else');
  await page.keyboard.insertText(' waits.');
  await untilProblem(page, 'A household waits.');
});

test('a key acts where the caret is, even when the browser has not told of its last steps', async () => {
  const { page } = await startRelease();
  await writeAt(page, problem, 'It is quick. It is cheap.');
  await holdBackCaretNews(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await page.getByRole('link', { name: '“How” drawer 1' }).waitFor();
  await untilProblem(page, 'It is cheap.');
});

test('a mark that the coach draws leaves the caret where it is, even when the browser has not told of it', async () => {
  const { page } = await startRelease();
  await writeAt(page, problem, 'The visit costs TBD.');
  await holdBackCaretNews(page);
  await page.keyboard.press('Home');
  await page.locator('.ProseMirror .dl-asked', { hasText: 'TBD' }).waitFor();
  await page.keyboard.insertText('In Leeds, ');
  await untilProblem(page, 'In Leeds, The visit costs TBD.');
});
