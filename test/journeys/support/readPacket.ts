import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { watchPage } from './watchedPage';

/** Somebody who has a packet open in a browser of their own. */
export interface PacketReader {
  page: Page;
  /** What the page did that it may not do: errors, and requests other than for the file itself. */
  faults: () => string[];
}

/** Opens a packet as a mail program does: from a file. */
export async function readPacket(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PacketReader> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const watch = watchPage(page);
  await page.goto(url);
  return { page, faults: () => [...watch.errors, ...watch.remoteRequests.filter((each) => each !== url)] };
}

/** Chooses a paragraph by its label and says something about it, by keyboard alone. */
export async function say(
  page: Page,
  { about, button, words }: Record<'about' | 'button' | 'words', string>,
) {
  await page.getByRole('button', { name: `${about}: choose` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
}

/** Presses a button that is there by its name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The answer as its file, saved from the last step. */
export async function savedAnswer(page: Page): Promise<{ fileName: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save my answer')]);
  return { fileName: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
