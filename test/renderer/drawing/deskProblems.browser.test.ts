import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenPicture, ScreenRecord } from '../../../core/screens/screenRecord';
import { launchChromium } from '../../support/chromium';
import {
  drawnScreen,
  drawRectangle,
  finish,
  kept,
  keptElements,
  openDesk,
  storeScene,
  untilDrawable,
  untilKept,
  untilOpen,
} from './deskActions';
import { blankScreen, buildDeskPage, type DeskPage, openDeskPage, removeFolder } from './deskPage';

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

const open = (expectedErrors?: RegExp) => openDeskPage(browser, folder, expectedErrors);
const failedLoads = /Failed to load resource|net::ERR/;
const show = (desk: DeskPage, screen: ScreenRecord) =>
  desk.page.evaluate((given) => window.desk.open({ screen: given }), screen);
const version = (picture: ScreenPicture) => ({
  ...picture,
  savedAt: '2026-05-03T14:02:00.000Z',
  savedBy: 'Ines',
});

const box = { type: 'rectangle', id: 'a', x: 0, y: 0, width: 10, height: 10 };

describe('a drawing whose file is broken', () => {
  it('says so and goes on from an earlier version, which becomes the newest', async () => {
    const desk = await open();
    const screen = await drawnScreen(desk, blankScreen);
    const picture = screen.picture as ScreenPicture;
    const broken = { ...picture, scene: `${'0'.repeat(64)}.bin` };
    await show(desk, { ...screen, picture: broken, versions: [version(picture)] });
    await desk.page.getByRole('alert').getByText('not in the library any more').waitFor();
    await desk.page.getByRole('button', { name: /Go on from the version of .* by Ines/ }).click();
    await untilDrawable(desk.page);
    await desk.page.getByText('Not kept yet').waitFor();
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const elements = await keptElements(desk, only?.picture.scene ?? '');
    expect(elements).toMatchObject([{ type: 'rectangle' }]);
  });

  it('can be drawn anew on its picture', async () => {
    const desk = await open();
    const screen = await drawnScreen(desk, blankScreen);
    await writeFile(join(desk.folder, 'assets', screen.picture?.scene ?? ''), '{"type":"excalidraw","el');
    await show(desk, screen);
    await desk.page.getByRole('alert').getByText('is broken. Its picture is kept.').waitFor();
    await desk.page.getByRole('button', { name: 'Draw on its picture' }).click();
    await untilDrawable(desk.page);
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const onlyElements = await keptElements(desk, only?.picture.scene ?? '');
    expect(onlyElements).toMatchObject([{ type: 'image' }]);
  });

  it('can be begun on an empty sheet when its picture is gone too', async () => {
    const desk = await open(failedLoads);
    const screen = await drawnScreen(desk, blankScreen);
    for (const file of [screen.picture?.scene, screen.picture?.png])
      await rm(join(desk.folder, 'assets', file ?? ''));
    await show(desk, screen);
    await desk.page.getByRole('button', { name: 'Draw on its picture' }).click();
    await desk.page.getByRole('alert').getByText('The picture of this screen is not in').waitFor();
    await desk.page.getByRole('button', { name: 'Begin on an empty sheet' }).click();
    await untilDrawable(desk.page);
    await finish(desk.page);
    await untilKept(desk.page, 0);
  });

  it.each([
    ['whose list has holes', { type: 'excalidraw', elements: [null, 7, box] }, 1],
    ['with shapes nobody knows', { type: 'excalidraw', elements: [{ type: 'nonsense' }] }, 0],
    ['with links and odd settings', oddScene(), 2],
  ])('is opened as far as it can be read: a scene %s', async (...[_what, scene, count]) => {
    const desk = await open();
    await openDesk(desk.page, { screen: await storeScene(desk, scene) });
    await drawRectangle(desk.page);
    await finish(desk.page);
    const [only] = await kept(desk.page);
    const elements = await keptElements(desk, only?.picture.scene ?? '');
    expect(elements).toHaveLength(count + 1);
    expect(elements.map(({ link }) => link)).toEqual(elements.map(() => null));
  });

  it('says so when the scene makes no sense at all', async () => {
    const desk = await open();
    await show(
      desk,
      await storeScene(desk, { type: 'excalidraw', elements: [{ ...box, boundElements: 'none' }] }),
    );
    await desk.page.getByRole('alert').getByText('The file of this drawing is broken').waitFor();
    await desk.page.getByRole('button', { name: 'Close' }).click();
    await untilOpen(desk.page, false);
  });
});

function oddScene() {
  const page = { ...box, id: 'p', type: 'embeddable', link: 'https://example.org/' };
  return {
    type: 'excalidraw',
    elements: [
      { ...box, link: 'https://example.org/' },
      page,
      { ...box, type: 'text', id: 'b', text: '漢字 كتاب 🎈 Ж', fontFamily: 5, fontSize: 20 },
    ],
    appState: { viewBackgroundColor: 7, zoom: 'large', openDialog: { name: 'ttd' } },
    files: { f: null },
  };
}

describe('a screen that another window changed meanwhile', () => {
  const theirs: ScreenPicture = { scene: 'theirs.bin', svg: '', png: 'theirs.png', width: 1, height: 1 };

  it('keeps both when asked to', async () => {
    const desk = await open();
    await openDesk(desk.page, { screen: blankScreen });
    await drawRectangle(desk.page);
    await desk.page.evaluate(
      (screen) => {
        window.desk.screen = screen;
      },
      { ...blankScreen, picture: theirs },
    );
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('was changed in another window meanwhile').waitFor();
    await untilKept(desk.page, 0);
    await desk.page.getByRole('button', { name: 'Keep both' }).click();
    await untilOpen(desk.page, false);
    await untilKept(desk.page, 1);
  });

  it('leaves theirs as it is when asked to', async () => {
    const desk = await open();
    await openDesk(desk.page, { screen: blankScreen });
    await drawRectangle(desk.page);
    await desk.page.evaluate(() => {
      window.desk.screen = null;
    });
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('was deleted in another window meanwhile').waitFor();
    await desk.page.getByRole('button', { name: 'Close without keeping it' }).click();
    await untilOpen(desk.page, false);
    await untilKept(desk.page, 0);
  });
});

describe('a host that cannot be reached', () => {
  it('leaves the desk open with everything on it until it answers', async () => {
    const desk = await open(failedLoads);
    await openDesk(desk.page, { screen: blankScreen });
    await drawRectangle(desk.page);
    await desk.page.route('**/api', (route) => route.abort());
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByRole('alert').getByText('Your drawing is not kept yet.').waitFor();
    const download = desk.page.waitForEvent('download');
    await desk.page.getByRole('button', { name: 'Save a copy' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('Sign in.excalidraw');
    await untilOpen(desk.page, true);
    await desk.page.unroute('**/api');
    await desk.page.getByRole('button', { name: 'Try again' }).click();
    await untilOpen(desk.page, false);
    await untilKept(desk.page, 1);
  });

  it('says so when the drawing board cannot be fetched, and fetches it once it can be', async () => {
    const desk = await open(failedLoads);
    await desk.page.route('**/bundle/Drawing-*.js', (route) => route.abort());
    await show(desk, blankScreen);
    await desk.page.getByRole('alert').getByText('could not be fetched').waitFor();
    await desk.page.unroute('**/bundle/Drawing-*.js');
    await desk.page.getByRole('button', { name: 'Try again' }).click();
    await untilDrawable(desk.page);
  });
});

describe('a drawing that is too large', () => {
  it('is refused with the reason and changes nothing', async () => {
    const desk = await open();
    const dataURL = `data:image/png;base64,${'A'.repeat(16_500_000)}`;
    const file = { id: 'f', dataURL, mimeType: 'image/png', created: 1 };
    const image = { type: 'image', id: 'i', fileId: 'f', x: 0, y: 0, width: 10, height: 10, status: 'saved' };
    const screen = await storeScene(desk, { type: 'excalidraw', elements: [image], files: { f: file } });
    await openDesk(desk.page, { screen });
    await drawRectangle(desk.page);
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByRole('alert').getByText('too large together').waitFor();
    await untilKept(desk.page, 0);
  });

  it('is kept as a smaller picture when only its sheet is vast', async () => {
    const desk = await open();
    const at = (x: number) => ({ ...box, id: `r${x}`, x, y: x });
    const screen = await storeScene(desk, { type: 'excalidraw', elements: [at(0), at(90_000)] });
    await openDesk(desk.page, { screen });
    await drawRectangle(desk.page);
    await finish(desk.page);
    const [only] = await kept(desk.page);
    expect(only?.picture.width).toBeLessThan(5000);
  });
});
