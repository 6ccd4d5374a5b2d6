import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import { sniffImage } from '../../../host/assets/sniffImage';
import { untilFocused } from '../../journeys/support/narrativePage';
import { launchChromium } from '../../support/chromium';
import { eventually } from '../../support/eventually';
import {
  drawnScreen,
  drawRectangle,
  finish,
  kept,
  keptElements,
  openDesk,
  storeScene,
  untilKept,
  untilOpen,
} from './deskActions';
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

const words = { fontSize: 20, fontFamily: 6, strokeColor: '#22251f' } as const;
const shape = { fillStyle: 'solid', strokeWidth: 1, strokeStyle: 'solid', roughness: 0 } as const;
const form: MockupSkeleton = {
  id: 'form',
  title: 'Form',
  words: '',
  width: 400,
  height: 300,
  elements: [
    {
      ...shape,
      type: 'rectangle',
      x: 0,
      y: 0,
      width: 400,
      height: 300,
      opacity: 100,
      strokeColor: '#22251f',
      backgroundColor: '#ffffff',
      roundness: null,
      label: { ...words, text: 'Sign in with your work address' },
    },
    { ...words, type: 'text', x: 20, y: 20, text: 'Größe', textAlign: 'left' },
  ],
};

describe('the drawing desk', () => {
  it('draws by key, keeps three files and opens the same drawing again', async () => {
    const desk = await openDeskPage(browser, folder);
    const screen = await drawnScreen(desk, blankScreen);
    const [first] = await kept(desk.page);
    expect(first?.isFurther).toBe(false);
    const screenElements = await keptElements(desk, screen.picture?.scene ?? '');
    expect(screenElements).toMatchObject([{ type: 'rectangle' }]);
    const png = await readFile(join(desk.folder, 'assets', screen.picture?.png ?? ''));
    const { width = 0, height = 0 } = screen.picture ?? {};
    expect(sniffImage(png)).toMatchObject({ extension: 'png', width: width * 2, height: height * 2 });
    const svg = await readFile(join(desk.folder, 'assets', screen.picture?.svg ?? ''), 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*viewBox/);

    await openDesk(desk.page, { screen });
    const duplicate = desk.page.getByRole('button', { name: 'Duplicate' });
    // The sheet takes keys a moment before the drawing lies on it.
    await expect
      .poll(async () => {
        await desk.page.keyboard.press('Control+a');
        return duplicate.isVisible();
      })
      .toBe(true);
    await duplicate.click();
    await finish(desk.page);
    const [second] = await kept(desk.page);
    const secondElements = await keptElements(desk, second?.picture.scene ?? '');
    expect(secondElements).toHaveLength(2);
  });

  it('keeps nothing when nothing was drawn', async () => {
    const desk = await openDeskPage(browser, folder);
    const screen = await drawnScreen(desk, blankScreen);
    for (const unchanged of [screen, blankScreen]) {
      await openDesk(desk.page, { screen: unchanged });
      await desk.page.keyboard.press('Control+a');
      await finish(desk.page);
      await untilKept(desk.page, 0);
    }
  });

  it('is kept after a rest and by key, and says that this is still the same sitting', async () => {
    const desk = await openDeskPage(browser, folder);
    await desk.page.clock.install();
    await openDesk(desk.page, { screen: blankScreen });
    await drawRectangle(desk.page);
    await desk.page.clock.runFor(10_000);
    await desk.page.getByText(/^Kept \d\d:\d\d$/).waitFor();
    await untilOpen(desk.page, true);
    await drawRectangle(desk.page, 800, 500);
    await desk.page.keyboard.press('Control+s');
    await desk.page.getByText(/^Kept \d\d:\d\d$/).waitFor();
    await drawRectangle(desk.page, 800, 200);
    await finish(desk.page);
    await eventually(async () =>
      expect((await kept(desk.page)).map(({ isFurther }) => isFurther)).toEqual([false, true, true]),
    );
  });
});

/** One of every kind of shape, with what can be set on them. */
function everyShape() {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC';
  const file = { id: 'f', dataURL: `data:image/png;base64,${pixel}`, mimeType: 'image/png', created: 1 };
  const at = (id: string, type: string) => ({ id, type, x: 10, y: 10, width: 90, height: 60, seed: 7 });
  const points = [
    [0, 0],
    [40, 30],
    [90, 60],
  ];
  const round = { roundness: { type: 3 }, strokeStyle: 'dashed', fillStyle: 'hachure', opacity: 50 };
  const elements = [
    { ...at('r', 'rectangle'), ...round, backgroundColor: '#a5d8ff', frameId: 'frame' },
    { ...at('d', 'diamond'), fillStyle: 'cross-hatch', backgroundColor: '#ffc9c9', strokeStyle: 'dotted' },
    { ...at('e', 'ellipse'), fillStyle: 'zigzag', backgroundColor: '#ffec99', angle: 1 },
    { ...at('l', 'line'), points, roundness: { type: 2 } },
    { ...at('a', 'arrow'), points, startArrowhead: 'dot', endArrowhead: 'triangle' },
    { ...at('p', 'freedraw'), points, pressures: [0.1, 0.5, 0.9], simulatePressure: false },
    { ...at('t', 'text'), text: 'Größe <b> & „Mut“\n漢字 كتاب 🎈\u00a0\u0007', fontSize: 20, fontFamily: 6 },
    { ...at('i', 'image'), fileId: 'f', status: 'saved', scale: [-1, 1], roundness: { type: 3 } },
    { ...at('frame', 'frame'), name: 'A frame' },
  ];
  return { type: 'excalidraw', elements, files: { f: file } };
}

describe('the SVG of a drawing', () => {
  it('has every kind of shape in it', async () => {
    const desk = await openDeskPage(browser, folder);
    await openDesk(desk.page, { screen: await storeScene(desk, everyShape()) });
    await drawRectangle(desk.page);
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toHaveLength(10);
    const svg = await readFile(join(desk.folder, 'assets', only?.picture.svg ?? ''), 'utf8');
    expect(svg).toContain('Größe &lt;b&gt; &amp; „Mut“');
    expect(svg).toContain('data:image/png;base64,');
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(8);
  });
});

describe('what a drawing is begun from', () => {
  it('is a mock-up, with its words measured in their own font', async () => {
    const desk = await openDeskPage(browser, folder);
    await openDesk(desk.page, { screen: blankScreen, start: form });
    await desk.page.getByText('Not kept yet').waitFor();
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const elements = await keptElements(desk, only?.picture.scene ?? '');
    expect(elements.map(({ type }) => type).sort()).toEqual(['rectangle', 'text', 'text']);
    const measured = await desk.page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return 0;
      context.font = '20px Nunito';
      return context.measureText('Größe').width;
    });
    expect(elements.find(({ text }) => text === 'Größe')?.width).toBeCloseTo(measured, 0);
  });

  it('puts components on the sheet, each as one group', async () => {
    const desk = await openDeskPage(browser, folder);
    await openDesk(desk.page, { screen: blankScreen, components: [form] });
    await desk.page.getByRole('button', { name: 'Put on the sheet' }).press('Enter');
    await desk.page.getByRole('menuitem', { name: 'Form' }).and(desk.page.locator(':focus')).waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Not kept yet').waitFor();
    await desk.page.waitForFunction(() => document.activeElement?.closest('.excalidraw') !== null);
    await desk.page.keyboard.press('Delete');
    await desk.page.keyboard.press('Control+z');
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const elements = await keptElements(desk, only?.picture.scene ?? '');
    expect(new Set(elements.flatMap(({ groupIds }) => groupIds)).size).toBe(1);
    expect(elements).toHaveLength(3);
  });

  it('is a stored picture, which stays where it is', async () => {
    const desk = await openDeskPage(browser, folder);
    const png = await desk.page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 2560;
      canvas.height = 1280;
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    const { asset } = await desk.call('assets.add', { fileName: 'shot.png', data: png });
    await openDesk(desk.page, { screen: blankScreen, start: { picture: asset } });
    await drawRectangle(desk.page);
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toMatchObject([
      { type: 'image', locked: true, width: 1280 },
      { type: 'rectangle', locked: false },
    ]);
    expect(only?.picture.svg).not.toBe('');

    const picture = { scene: '', svg: '', png: asset, width: 1280, height: 640 };
    const shown = { ...blankScreen, template: 'picture', picture };
    await openDesk(desk.page, { screen: shown, start: { picture: asset } });
    await finish(desk.page);
    await untilKept(desk.page, 0);
  });
});

describe('a Done that is pressed before anything lies on the sheet', () => {
  it('waits for the mock-up and keeps it', async () => {
    const desk = await openDeskPage(browser, folder);
    // Its words wait for their font, so it cannot lie there yet.
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await desk.page.route(/Nunito.*\.woff2$/, (route) => arrived.then(() => route.continue()));
    await desk.page.evaluate((given) => window.desk.open(given), { screen: blankScreen, start: form });
    await desk.page.locator('.excalidraw canvas.interactive').waitFor();
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByRole('button', { name: 'Done' }).and(desk.page.locator('[data-loading]')).waitFor();
    await untilOpen(desk.page, true);
    arrive();
    await untilOpen(desk.page, false);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toHaveLength(3);
  });
});

const untilInert = (page: Page, inert: boolean) =>
  eventually(async () =>
    expect(await page.evaluate(() => document.getElementById('root')?.hasAttribute('inert'))).toBe(inert),
  );

describe('the window behind the desk', () => {
  it('hears no keys and gets the focus back afterwards', async () => {
    const { page } = await openDeskPage(browser, folder);
    await page.locator('#behind').focus();
    await openDesk(page, { screen: blankScreen });
    for (const key of ['r', 'Control+k', 'Control+s', 'Escape', 'F6', '?']) await page.keyboard.press(key);
    await untilOpen(page, true);
    await untilInert(page, true);
    await eventually(async () => expect(await page.evaluate(() => window.desk.keysBehind)).toEqual([]));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    await untilOpen(page, false);
    await untilFocused(page.locator('#behind'));
    await untilInert(page, false);
  });
});

describe('an erased sheet', () => {
  it('is asked about and leaves the drawing as it was', async () => {
    const desk = await openDeskPage(browser, folder);
    const screen = await drawnScreen(desk, blankScreen);
    await openDesk(desk.page, { screen });
    // The drawing may lie on the sheet a moment after the sheet takes keys.
    const isSelected = async () => {
      await desk.page.keyboard.press('Control+a');
      return desk.page.getByRole('button', { name: 'Delete' }).first().isVisible();
    };
    await expect.poll(isSelected).toBe(true);
    await desk.page.keyboard.press('Delete');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('The screen keeps the drawing it had.').waitFor();
    await desk.page.getByRole('button', { name: 'Close' }).click();
    await untilOpen(desk.page, false);
    await untilKept(desk.page, 0);
  });
});

describe('a page that is left', () => {
  it('asks only while something is not kept', async () => {
    const { page } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen });
    await drawRectangle(page);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    await (await asked).dismiss();
    await page.getByText(/^Kept \d\d:\d\d$/).waitFor();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  });

  it('keeps what lies on a desk that is taken away', async () => {
    const desk = await openDeskPage(browser, folder);
    await openDesk(desk.page, { screen: blankScreen });
    await drawRectangle(desk.page);
    await desk.page.evaluate(() => window.desk.vanish());
    await untilKept(desk.page, 1);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toMatchObject([{ type: 'rectangle' }]);
  });

  it('keeps at once when it is hidden', async () => {
    const { page } = await openDeskPage(browser, folder);
    await openDesk(page, { screen: blankScreen });
    await drawRectangle(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await untilKept(page, 1);
    await untilOpen(page, true);
  });
});
