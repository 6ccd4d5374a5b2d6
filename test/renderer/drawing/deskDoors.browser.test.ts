import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../journeys/support/expectAccessible';
import { launchChromium } from '../../support/chromium';
import { eventually } from '../../support/eventually';
import { drawRectangle, finish, kept, keptElements, openDesk } from './deskActions';
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

/** Everything on the desk that can be pressed and seen, but the way out. */
const controls = '.excalidraw :is(button, a, [role="tab"], label:has(input), li[data-testid])';

/** Presses what `selector` finds at this moment, one after the other, and puts away what opens. */
async function pressAll(page: Page, selector: string): Promise<number> {
  let pressed = 0;
  for (; pressed < (await page.locator(selector).count()); pressed += 1) {
    const control = page.locator(selector).nth(pressed);
    if (!(await control.isVisible())) continue;
    await control.dispatchEvent('click');
    await eventually(async () =>
      expect(await page.locator('.excalidraw a[href^="http"]').count(), 'links to other places').toBe(0),
    );
    await page.keyboard.press('Escape');
  }
  return pressed;
}

const paste = (page: Page, type: string, text: string) =>
  page.evaluate(
    (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(pasted.type, pasted.text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { type, text },
  );

describe('the desk', () => {
  // `openDeskPage` refuses every request that leaves this computer, and every error on the console.
  it('leads nowhere else, whatever is pressed', async () => {
    const { page, requests } = await openDeskPage(browser, folder);
    const opened: string[] = [];
    page.context().on('page', (other) => opened.push(other.url()));
    await openDesk(page, { screen: blankScreen });
    await drawRectangle(page);
    const pressed = await pressAll(page, `dialog ${controls}`);
    expect(pressed).toBeGreaterThan(30);
    for (const key of ['?', 'Control+f', 'Control+/', 'Control+Shift+e', 'Alt+/']) {
      await page.keyboard.press(key);
      await pressAll(page, `.excalidraw-modal-container ${controls}`);
      await page.keyboard.press('Escape');
    }
    const origin = new URL(page.url()).origin;
    expect(requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('offers no links, no libraries, no pages inside and no diagrams from elsewhere', async () => {
    const { page } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen });
    await drawRectangle(page);
    await page.keyboard.press('Control+k');
    await page.locator('.App-toolbar__extra-tools-trigger').click();
    await eventually(async () => {
      const offered = (await page.locator('.excalidraw').allInnerTexts()).join();
      expect(offered).toContain('Frame tool');
      expect(offered).not.toMatch(/link|library|embed|mermaid|generate|AI/i);
      expect(await page.locator('.excalidraw-hyperlinkContainer').count()).toBe(0);
    });
  });
});

describe('what is pasted', () => {
  it.each([
    ['an address', 'text/plain', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['a diagram as text', 'text/plain', 'graph TD; A-->B'],
    ['a web page', 'text/html', '<p>words</p><img src="https://example.org/a.png">'],
    ['words in Chinese', 'text/plain', '漢字かな'],
  ])('is taken as what it is: %s', async (...[_what, type, text]) => {
    const { page } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen });
    await page.mouse.move(600, 400);
    await paste(page, type, text);
    await page.getByText('Not kept yet').waitFor();
    await eventually(async () => expect(await page.locator('.excalidraw iframe').count()).toBe(0));
  });

  it('keeps no links and no pages of another drawing', async () => {
    const desk = await openDeskPage(browser, folder);
    await openDesk(desk.page, { screen: blankScreen });
    await desk.page.mouse.move(600, 400);
    const box = {
      type: 'rectangle',
      id: 'a',
      x: 0,
      y: 0,
      width: 99,
      height: 99,
      link: 'https://example.org/',
    };
    const elements = [box, { ...box, id: 'b', type: 'embeddable' }];
    await paste(desk.page, 'text/plain', JSON.stringify({ type: 'excalidraw/clipboard', elements }));
    await desk.page.getByText('Not kept yet').waitFor();
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toMatchObject([{ type: 'rectangle', link: null }]);
  });
});

describe('fonts and parts', () => {
  it('asks for its fonts beside the page, and not for those left out', async () => {
    const { page, requests } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen });
    await page.keyboard.press('t');
    await page.mouse.click(600, 400);
    await page.keyboard.type('Words by hand 漢字');
    await page.keyboard.press('Escape');
    await expect.poll(() => requests.filter((url) => url.endsWith('.woff2')).join()).toMatch(/Excalifont/);
    expect(requests.join()).not.toMatch(/Xiaolai/);
  });

  it.each(['light', 'dark'] as const)('can be used by everybody: %s', async (scheme) => {
    const { page } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen, scheme });
    await drawRectangle(page);
    await expectAccessible(page, `the desk, ${scheme}`);
    await page.getByRole('button', { name: 'Menu of the sheet' }).click();
    await expectAccessible(page, `its menu, ${scheme}`);
    await page.keyboard.press('Escape');
    await page.locator('.excalidraw canvas.interactive').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await expectAccessible(page, `its keys, ${scheme}`);
  });
});

describe('the bundle', () => {
  const textOf = (name: string) => readFileSync(join(folder, 'bundle', name), 'utf8');
  const scripts = () => readdirSync(join(folder, 'bundle')).filter((name) => name.endsWith('.js'));

  it('names no font server, and has the fonts but not the 13 MB', () => {
    for (const name of scripts()) expect(textOf(name)).not.toMatch(/esm\.sh|unpkg\.com|jsdelivr/);
    const fonts = readdirSync(join(folder, 'excalidraw/fonts')).sort();
    expect(fonts).toContain('Nunito');
    expect(fonts).not.toContain('Xiaolai');
  });

  it('has nothing of Excalidraw in what every window loads', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const first = [...page.matchAll(/bundle\/([\w.-]+\.js)/g)].map(([, name]) => name ?? '');
    const loaded = new Set(first);
    for (const name of loaded) {
      for (const [, next] of textOf(name).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
        loaded.add(next ?? '');
    }
    expect([...loaded].filter((name) => textOf(name).includes('excalidraw__canvas'))).toEqual([]);
    expect(scripts().filter((name) => textOf(name).includes('excalidraw__canvas'))).not.toEqual([]);
  });
});
