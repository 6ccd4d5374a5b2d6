import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { excalidraw } from '../build/excalidraw.mjs';
import type { Call } from '../core/api/client';
import type { ScreenRecord } from '../core/screens/screenRecord';
import type { Table } from './report';
import { root } from './root';
import { type RunningApp, startApp } from './startApp';
import { median, ms, ratio } from './statistics';

type Contestant = 'desk' | 'bare';
interface Opened {
  first: number;
  again: number[];
}

const emptyScreen: ScreenRecord = {
  id: 'bench',
  title: 'Bench',
  alt: '',
  template: '',
  picture: null,
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '',
  changedBy: '',
};

/** Bundles the page with both contestants the way the window is bundled; returns the folder. */
async function bundlePage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'dateline-drawing-'));
  await build({
    configFile: false,
    root: join(root, 'bench/pages'),
    base: './',
    logLevel: 'error',
    plugins: [react(), excalidraw()],
    build: {
      outDir,
      assetsDir: 'bundle',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: join(root, 'bench/pages/drawing.html') },
    },
  });
  await rename(join(outDir, 'drawing.html'), join(outDir, 'index.html'));
  return outDir;
}

/** A scene of so many shapes with words in some of them, as a person might leave it. */
function sceneOf(shapes: number): string {
  const elements = Array.from({ length: shapes }, (_, index) => {
    const place = { id: `e${index}`, x: (index % 20) * 70, y: Math.floor(index / 20) * 60 };
    return index % 4 === 0
      ? { ...place, type: 'text', text: `Label ${index}`, fontSize: 16, fontFamily: 6, width: 60, height: 20 }
      : { ...place, type: 'rectangle', width: 60, height: 48, seed: index + 1 };
  });
  return JSON.stringify({ type: 'excalidraw', version: 2, source: 'dateline', elements, files: {} });
}

async function keepScene(call: Call, scene: string): Promise<ScreenRecord> {
  const onePixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADklEQVR4nGNgQAOkAAAnAAGRFvEFAAAAAElFTkSuQmCC';
  const { picture } = await call('screens.keep', {
    scene: Buffer.from(scene).toString('base64'),
    svg: '',
    png: onePixel,
  });
  return { ...emptyScreen, picture };
}

/** Opens one contestant in a window that has loaded nothing of it yet, then again and again. */
async function openIn(
  { browser, app }: { browser: Browser; app: RunningApp },
  who: Contestant,
  { screen, scene }: { screen: ScreenRecord; scene: string | null },
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(app.link());
  await page.waitForFunction(() => 'openDrawing' in window);
  const times: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    const opened = await page.evaluate((given) => window.openDrawing(given.who, given.screen, given.scene), {
      who,
      screen,
      scene,
    });
    times.push(opened);
    await page.evaluate(() => window.closeDrawing());
  }
  await context.close();
  const [first = Number.NaN, ...again] = times;
  return { first, again };
}

/** Opening the drawing desk for the first time in a window and again, beside Excalidraw on a bare page. */
export async function benchDrawing(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const staticFolder = await bundlePage();
  const app = await startApp({ staticFolder });
  const rows: string[][] = [];
  for (const shapes of [0, 200]) {
    const scene = shapes === 0 ? null : sceneOf(shapes);
    const screen = scene === null ? emptyScreen : await keepScene(app.call, scene);
    const runs: Record<Contestant, Opened[]> = { desk: [], bare: [] };
    for (let round = 0; round < (short ? 2 : 9); round += 1) {
      // They take turns, so that whatever else the machine does meets both.
      for (const who of ['desk', 'bare'] as const)
        runs[who].push(await openIn({ browser, app }, who, { screen, scene }));
    }
    for (const kind of ['first', 'again'] as const) {
      const of = (who: Contestant) => median(runs[who].flatMap((run) => run[kind]));
      rows.push([
        `${shapes === 0 ? 'empty sheet' : `${shapes} shapes`}, ${kind}`,
        ms(of('desk')),
        ms(of('bare')),
        ratio(of('desk') / of('bare')),
      ]);
    }
  }
  await app.stop();
  await rm(staticFolder, { recursive: true, force: true });
  return {
    title: 'Drawing',
    note: 'From the click to a sheet that can be drawn on, in a window that has not loaded it yet and again after closing it; median of the rounds. Over the local server, nothing cached by the browser. Goals: 1.5 s and 300 ms.',
    head: ['', 'drawing desk', 'bare Excalidraw', 'ratio'],
    rows,
  };
}
