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
  containerId?: string | null;
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is laid on the sheet, after it was kept. */
async function keptSheet(desk: DeskPage): Promise<LaidOut[]> {
  const picture = await desk.page.evaluate(() => window.desk.screen?.picture);
  return (await keptElements(desk, picture?.scene ?? '')) as unknown as LaidOut[];
}

const right = ({ x, width }: LaidOut) => x + width;
const bottom = ({ y, height }: LaidOut) => y + height;

test('every mock-up, once its words are measured by the editor, keeps within its own frame', async () => {
  const desk = await openDeskPage(browser, folder);
  const { mockups } = await desk.call('screens.templates', {});
  for (const mockup of mockups) {
    await openDesk(desk.page, { screen: { ...blankScreen, template: mockup.id }, start: mockup });
    await finish(desk.page);
    const sheet = await keptSheet(desk);
    const words = sheet.filter(({ type }) => type === 'text');
    expect(words.length, mockup.id).toBeGreaterThanOrEqual(10);
    const outside = words.filter(
      (text) => text.x < 0 || text.y < 0 || right(text) > mockup.width || bottom(text) > mockup.height,
    );
    expect(
      outside.map(({ text }) => text),
      `${mockup.id}: words outside`,
    ).toEqual([]);
    // The editor makes a box grow whose words do not fit.
    const drawn = mockup.elements.filter(({ type }) => type === 'rectangle').map((box) => box as LaidOut);
    const laid = sheet.filter(({ type }) => type === 'rectangle');
    expect(
      laid.map(({ width, height }) => [width, height]),
      `${mockup.id}: boxes`,
    ).toEqual(drawn.map(({ width, height }) => [width, height]));
  }
});
