import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { blankScreen, buildDeskPage, openDeskPage, removeFolder } from './deskPage';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await buildDeskPage();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  if (folder) await removeFolder(folder);
});

const canvas = (page: Page) => page.locator('.excalidraw canvas.interactive');

async function untilReady(page: Page) {
  await canvas(page).waitFor();
  await page.getByRole('radio', { name: 'Rectangle' }).waitFor({ state: 'attached' });
}

/** Draws a rectangle: the tool by its key, the shape by the pointer. */
async function drawRectangle(page: Page, [x, y]: [number, number] = [500, 300]) {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 120, { steps: 4 });
  await page.mouse.up();
}

describe('the drawing desk', () => {
  it('draws by key, keeps and shows it again', async () => {
    const { page, requests } = await openDeskPage(browser, folder);
    const t0 = Date.now();
    await page.evaluate((screen) => window.desk.open({ screen }), blankScreen);
    await untilReady(page);
    console.log('opened in', Date.now() - t0);
    await page.screenshot({ path: '/tmp/scratch/w1/desk.png' });
    await drawRectangle(page);
    await page.screenshot({ path: '/tmp/scratch/w1/desk-drawn.png' });
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.evaluate(() => window.desk.isOpen)).toBe(false);
    console.log(requests.join('\n'), await page.evaluate(() => window.desk.kept));
  });
});
