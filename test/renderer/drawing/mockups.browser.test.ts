import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { finish, keptElements, openDesk } from './deskActions';
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

interface LaidOut {
  type: string;
  text?: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is laid on the sheet, after it was kept. */
async function keptSheet(desk: DeskPage): Promise<LaidOut[]> {
  await desk.page.waitForFunction(() => Boolean(window.desk.screen?.picture?.scene));
  const scene = await desk.page.evaluate(() => window.desk.screen?.picture?.scene ?? '');
  return (await keptElements(desk, scene)) as unknown as LaidOut[];
}

const right = ({ x, width }: LaidOut) => x + width;
const bottom = ({ y, height }: LaidOut) => y + height;
const isOver = (a: LaidOut, b: LaidOut) =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

const boxSizes = (elements: readonly { type: string; width?: number; height?: number }[]) =>
  elements.filter(({ type }) => type === 'rectangle').map(({ width, height }) => [width, height]);

test('every mock-up, once the editor has measured its words, keeps within its frame and none lie on others', async () => {
  const desk = await openDeskPage(browser, folder);
  const { mockups } = await desk.call('screens.templates', {});
  for (const mockup of mockups) {
    await openDesk(desk.page, { screen: { ...blankScreen, template: mockup.id }, start: mockup });
    await desk.page.getByText('Not kept yet').waitFor();
    await finish(desk.page);
    const sheet = await keptSheet(desk);
    const words = sheet.filter(({ type }) => type === 'text');
    expect(words.length, mockup.id).toBeGreaterThanOrEqual(10);
    const bad = words.filter(
      (text, index) =>
        text.x < 0 ||
        text.y < 0 ||
        right(text) > mockup.width ||
        bottom(text) > mockup.height ||
        words.slice(index + 1).some((other) => isOver(text, other)),
    );
    const said = bad.map(({ text }) => text);
    expect(said, `${mockup.id}: words outside or over others`).toEqual([]);
    // The editor makes a box grow whose label does not fit.
    expect(boxSizes(sheet), `${mockup.id}: boxes`).toEqual(boxSizes(mockup.elements));
  }
});
