import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../test/support/chromium';
import { paragraphs, randomFrom } from './prose';
import type { Table } from './report';
import { root } from './root';
import { type RunningApp, startApp } from './startApp';
import { median, p95, ratio } from './statistics';

type Contestant = 'contenteditable' | 'ProseMirror' | 'Dateline';
const contestants: readonly Contestant[] = ['contenteditable', 'ProseMirror', 'Dateline'];

/** Without the wait for the next refresh of a screen, which would hide every cost below 16 ms. */
export const uncapped = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
/** The same window for all, so that all paint the same stretch of text. */
const viewport = { width: 1440, height: 900 };

declare global {
  interface Window {
    /** Milliseconds from the oldest key's event, of those not asked for yet, to the moment after its frame. */
    keyPainted: () => Promise<number>;
  }
}

/** Runs in the page. */
function measureKeys(): void {
  const times: number[] = [];
  let tell = () => {};
  window.keyPainted = () =>
    new Promise((resolve) => {
      tell = () => {
        const ms = times.shift();
        if (ms === undefined) return;
        tell = () => {};
        resolve(ms);
      };
      tell();
    });
  document.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.onmessage = () => {
          times.push(performance.now() - event.timeStamp);
          tell();
        };
        afterPaint.port2.postMessage(null);
      });
    },
    true,
  );
}

async function bundlePage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(root, 'bench/pages', entry), formats: ['iife'], name: 'bench' },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !('output' in output)) throw new Error('the page was not bundled');
  return output.output[0].code;
}

const columnStyle =
  'body { font: 18px/29px serif; width: 552px; margin: auto } .ProseMirror { outline: 0; white-space: pre-wrap }';

async function openBare(browser: Browser, script: string, pages: number): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.setContent(`<!doctype html><style>${columnStyle}</style><body></body>`);
  await page.addScriptTag({ content: script });
  await page.evaluate((texts) => window.showText(texts), paragraphs(pages));
  return page;
}

/** A window on the app with a long launch plan; `prepare` may change the page before anything is loaded. */
export async function openDateline(
  browser: Browser,
  app: RunningApp,
  { pages, prepare }: { pages: number; prepare?: (page: Page) => Promise<void> },
): Promise<Page> {
  const markdown = `# Launch plan\n\n${paragraphs(pages).join('\n\n')}\n`;
  const data = Buffer.from(markdown).toString('base64');
  const { id } = await app.call('imports.run', { fileName: 'long.md', data, job: 'bench-import' });
  const page = await browser.newPage({ viewport });
  await prepare?.(page);
  await page.goto(app.link());
  await page.goto(`${new URL(page.url()).origin}/#/n/${id}/plan`);
  await page.waitForSelector('.ProseMirror p', { state: 'attached', timeout: 60_000 });
  return page;
}

/** Puts the caret into the middle paragraph, and makes sure that it is there. */
export async function enterMiddle(page: Page): Promise<void> {
  await page.evaluate(measureKeys);
  const paragraph = page.locator('.ProseMirror p');
  const middle = paragraph.nth(Math.floor((await paragraph.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  const isThere = await middle.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null));
  if (!isThere) throw new Error('the caret is not in the middle of the text');
}

/**
 * Types as people do, in bursts with rests of every length in between, so that keys also meet the work that
 * waits for a rest: saving, counting, checks. Every contestant gets the same rhythm.
 */
export async function type(page: Page, keys: number, seed: number): Promise<number[]> {
  const random = randomFrom(seed);
  const times: number[] = [];
  await page.bringToFront();
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : `Key${'ABCDEFGHIJ'[key % 10]}`);
    times.push(await page.evaluate(() => window.keyPainted()));
    await setTimeout(key % 12 === 11 ? 150 + 700 * random() : 30 + 60 * random());
  }
  return times;
}

interface Rounds {
  rounds: number;
  keys: number;
}

/** The contestants take turns, so that whatever else the machine does meets all of them. */
async function race(pages: Record<Contestant, Page>, { rounds, keys }: Rounds) {
  const times: Record<Contestant, number[]> = { contenteditable: [], ProseMirror: [], Dateline: [] };
  for (const who of contestants) {
    await enterMiddle(pages[who]);
    await type(pages[who], keys / 2, 0);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const who of contestants) times[who].push(...(await type(pages[who], keys, round)));
  }
  return times;
}

/** Keydown to painted frame, in documents of 1 to 400 pages, beside the bare editors in the same browser. */
export async function benchTyping({ short }: { short: boolean }): Promise<Table> {
  const browser = await launchChromium({ args: uncapped });
  const app = await startApp();
  const plain = await bundlePage('plainEditable.ts');
  const bare = await bundlePage('bareProseMirror.ts');
  const rows: string[][] = [];
  for (const length of short ? [1, 10] : [1, 10, 100, 400]) {
    const pages: Record<Contestant, Page> = {
      contenteditable: await openBare(browser, plain, length),
      ProseMirror: await openBare(browser, bare, length),
      Dateline: await openDateline(browser, app, { pages: length }),
    };
    const times = await race(pages, short ? { rounds: 1, keys: 24 } : { rounds: 4, keys: 30 });
    for (const page of Object.values(pages)) await page.close();
    const cell = (who: Contestant) => `${median(times[who]).toFixed(1)} / ${p95(times[who]).toFixed(1)}`;
    rows.push([
      String(length),
      ...contestants.map(cell),
      ratio(p95(times.Dateline) / p95(times.ProseMirror)),
    ]);
  }
  await browser.close();
  await app.stop();
  return {
    title: 'Typing',
    note: 'Keydown to painted frame, median / p95 in ms, in bursts with rests between them, with everything on (saving, words, checks, page gauge) and without waiting for a screen to refresh. Goal: p95 at most 1.0 × bare ProseMirror at 100 and 400 pages.',
    head: ['pages', ...contestants, 'Dateline p95 ÷ ProseMirror p95'],
    rows,
  };
}
