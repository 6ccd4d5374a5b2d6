import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { eventually } from '../../support/eventually';
import { blankScreen, type DeskPage } from './deskPage';

interface OpenDesk {
  screen: ScreenRecord;
  start?: MockupSkeleton | 'blank' | { picture: string };
  scheme?: 'light' | 'dark';
  components?: MockupSkeleton[];
}

/** Opens the desk and waits until it can be drawn on. */
export async function openDesk(page: Page, setup: OpenDesk): Promise<void> {
  await page.evaluate((given) => window.desk.open(given), setup);
  await untilDrawable(page);
}

/** Waits until there is a sheet that takes keys. */
export async function untilDrawable(page: Page): Promise<void> {
  await page.locator('.excalidraw canvas.interactive').waitFor();
  await page.getByRole('radio', { name: 'Rectangle' }).waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.activeElement?.closest('.excalidraw') !== null);
}

/** Draws a rectangle: the tool by its key, the shape by the pointer. */
export async function drawRectangle(page: Page, x = 500, y = 300): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 120, { steps: 4 });
  await page.mouse.up();
  await page.getByText('Not kept yet').waitFor();
}

const isOpen = (page: Page) => page.evaluate(() => window.desk.isOpen);

/** Waits until the desk is open, or until it has closed. */
export const untilOpen = (page: Page, open: boolean) =>
  eventually(async () => expect(await isOpen(page)).toBe(open));

export const kept = (page: Page) => page.evaluate(() => window.desk.kept);

/** Waits until so much was kept; where nothing shall be, whoever asks has seen the desk answer before. */
export const untilKept = (page: Page, count: number) =>
  eventually(async () => expect(await kept(page)).toHaveLength(count));

/** Keeps by keys and waits until the desk has closed. */
export async function finish(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await untilOpen(page, false);
}

export interface DrawnElement {
  type: string;
  text?: string;
  link: string | null;
  width: number;
  locked: boolean;
  fontFamily?: number;
  groupIds: string[];
}

/** What lies in a kept scene. */
export async function keptElements(desk: DeskPage, asset: string): Promise<DrawnElement[]> {
  const { scene } = await desk.call('screens.scene', { asset });
  return JSON.parse(scene).elements;
}

/** Draws and keeps once; the screen as it is afterwards. */
export async function drawnScreen(desk: DeskPage, screen: ScreenRecord): Promise<ScreenRecord> {
  await openDesk(desk.page, { screen });
  await drawRectangle(desk.page);
  await finish(desk.page);
  const now = await desk.page.evaluate(() => window.desk.screen);
  if (!now?.picture) throw new Error('nothing was kept');
  return now;
}

/** A scene on the disk, under the name of its bytes. */
export async function storeScene(desk: DeskPage, scene: unknown): Promise<ScreenRecord> {
  const bytes = JSON.stringify(scene);
  const asset = `${createHash('sha256').update(bytes).digest('hex')}.bin`;
  await mkdir(join(desk.folder, 'assets'), { recursive: true });
  await writeFile(join(desk.folder, 'assets', asset), bytes);
  return { ...blankScreen, picture: { scene: asset, svg: '', png: 'gone.png', width: 1, height: 1 } };
}
