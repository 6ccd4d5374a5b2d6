import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { paragraphs } from './prose';
import type { Table } from './report';
import { root } from './root';
import { type RunningApp, startApp } from './startApp';
import { median, p95, ratio } from './statistics';

type Contestant = 'contenteditable' | 'ProseMirror' | 'Dateline';
const contestants: readonly Contestant[] = ['contenteditable', 'ProseMirror', 'Dateline'];

/** Runs in the page: the time from a key's event to the moment after its frame was painted. */
function measureKeys(): void {
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  document.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
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
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>${columnStyle}</style><body></body>`);
  await page.addScriptTag({ content: script });
  await page.evaluate((texts) => window.showText(texts), paragraphs(pages));
  return page;
}

async function openDateline(browser: Browser, app: RunningApp, pages: number): Promise<Page> {
  const markdown = `# Launch plan\n\n${paragraphs(pages).join('\n\n')}\n`;
  const data = Buffer.from(markdown).toString('base64');
  const { id } = await app.call('imports.run', { fileName: 'long.md', data, job: 'bench-import' });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(app.link());
  await page.goto(`${new URL(page.url()).origin}/#/n/${id}/plan`);
  await page.waitForSelector('.ProseMirror p', { timeout: 60_000 });
  return page;
}

/** Types in the middle of the text; the first keys warm the page up and are not counted. */
async function typeInto(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(measureKeys);
  const paragraph = page.locator('.ProseMirror p');
  const middle = paragraph.nth(Math.floor((await paragraph.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  const warmUp = 15;
  for (let key = 0; key < keys + warmUp; key += 1) {
    await page.keyboard.press(
      'abcdefghij klmnop'[key % 17] === ' ' ? 'Space' : `Key${'ABCDEFGHIJ'[key % 10]}`,
    );
    await page.waitForFunction(
      (count) => (window as unknown as { keyTimes: number[] }).keyTimes.length > count,
      key,
    );
  }
  return (await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)).slice(warmUp);
}

/** Keydown to painted frame, in documents of 1 to 400 pages, beside the bare editors in the same browser. */
export async function benchTyping(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const app = await startApp();
  const scripts = {
    contenteditable: await bundlePage('plainEditable.ts'),
    ProseMirror: await bundlePage('bareProseMirror.ts'),
  };
  const rows: string[][] = [];
  for (const pages of short ? [1, 10] : [1, 10, 100, 400]) {
    const times = {} as Record<Contestant, number[]>;
    for (const who of contestants) {
      const page =
        who === 'Dateline'
          ? await openDateline(browser, app, pages)
          : await openBare(browser, scripts[who], pages);
      times[who] = await typeInto(page, short ? 20 : 60);
      await page.close();
    }
    const cell = (who: Contestant) => `${median(times[who]).toFixed(1)} / ${p95(times[who]).toFixed(1)}`;
    rows.push([String(pages), ...contestants.map(cell), ratio(p95(times.Dateline) / p95(times.ProseMirror))]);
  }
  await app.stop();
  return {
    title: 'Typing',
    note: 'Keydown to painted frame, median / p95 in ms, with everything on (saving, words, checks, page gauge). Goal: p95 at most 1.0 × bare ProseMirror at 100 and 400 pages.',
    head: ['pages', ...contestants, 'Dateline p95 ÷ ProseMirror p95'],
    rows,
  };
}
