import type { Browser, Page } from 'playwright-core';
import { encodeNarrativeFile } from '../core/format/narrativeFile';
import {
  createNarrativeDoc,
  encodeNarrativeDoc,
  type NarrativeContent,
} from '../core/narrative/narrativeDoc';
import { mapRows } from '../core/thread/mapRows';
import { readThread } from '../core/thread/readThread';
import type { Table } from './report';
import { type RunningApp, startApp } from './startApp';
import { median, ms } from './statistics';
import { type ThreadSize, threadNarrative } from './threadNarrative';

declare global {
  interface Window {
    /** Milliseconds from asking for the map to the frame with its first rows, and to the one with all of them. */
    openMap: (rows: number) => Promise<{ first: number; all: number }>;
  }
}

/** Runs in the page. */
function measureMap(): void {
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  const untilRows = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (document.querySelectorAll('main tbody tr').length < count) return false;
        watcher.disconnect();
        resolve();
        return true;
      };
      const watcher = new MutationObserver(look);
      if (!look()) watcher.observe(document.body, { childList: true, subtree: true });
    });
  window.openMap = async (rows) => {
    const link = document.querySelector<HTMLAnchorElement>('nav a[href$="/thread"]');
    if (!link) throw new Error('the rail has no golden thread');
    const started = performance.now();
    const first = untilRows(1).then(afterPaint);
    const all = untilRows(rows).then(afterPaint);
    link.click();
    return { first: (await first) - started, all: (await all) - started };
  };
}

/** Reading the thread anew, as after a change of every part. */
function measureModel(size: ThreadSize, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const content = threadNarrative(size);
    const started = performance.now();
    const rows = mapRows(readThread(content));
    const taken = performance.now() - started;
    if (rows.length !== size.promises) throw new Error('a promise is missing');
    return taken;
  });
}

export async function importContent(app: RunningApp, content: NarrativeContent): Promise<string> {
  const { id: base } = await app.call('narratives.create', { name: 'Thread' });
  const { meta } = await app.call('narratives.open', { id: base });
  const yjs = Buffer.from(encodeNarrativeDoc(createNarrativeDoc(content))).toString('base64');
  const file = encodeNarrativeFile({ meta, content, yjs, review: {} }, new Date().toISOString());
  const data = Buffer.from(file).toString('base64');
  const { id } = await app.call('imports.run', {
    fileName: 'thread.dateline',
    data,
    job: 'bench-thread',
    as: 'new',
  });
  return id;
}

async function measureOpening(page: Page, { promises }: ThreadSize, rounds: number) {
  const times: { first: number; all: number }[] = [];
  await page.evaluate(measureMap);
  for (let round = 0; round <= rounds; round += 1) {
    await page.locator('nav a[href$="/plan"]').first().click();
    await page.waitForSelector('.ProseMirror');
    const taken = await page.evaluate((rows) => window.openMap(rows), promises);
    // The first time also compiles the code, which is not what grows with the thread; it is told apart.
    times.push(taken);
  }
  return { cold: times[0], warm: times.slice(1) };
}

/** From asking for the map of the golden thread to its painted rows, and what reading the thread costs. */
export async function benchThread(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const app = await startApp();
  const rounds = short ? 3 : 9;
  const rows: string[][] = [];
  for (const size of [
    { promises: 20, links: 80 },
    { promises: 500, links: 2000 },
  ]) {
    const model = median(measureModel(size, rounds));
    const id = await importContent(app, threadNarrative(size));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(app.link());
    await page.goto(`${new URL(page.url()).origin}/#/n/${id}/plan`);
    await page.waitForSelector('.ProseMirror');
    const { cold, warm } = await measureOpening(page, size, rounds);
    const [first, all] = [median(warm.map((each) => each.first)), median(warm.map((each) => each.all))];
    rows.push([
      `${size.promises} / ${size.links}`,
      ms(model),
      ms(first),
      ms(all),
      ms(model + all),
      cold ? ms(cold.all) : '',
    ]);
    await page.close();
  }
  await app.stop();
  return {
    title: 'Thread map',
    note: 'Median of the rounds. Reading is all of the thread anew, run in Node; painting is from a click on the rail to the frame with the first rows and to the one with all of them, in Chromium. Goal at 500 promises and 2,000 links: reading and all rows in at most 200 ms.',
    head: [
      'promises / links',
      'reading',
      'first rows painted',
      'all rows painted',
      'reading + all rows',
      'all rows, the first time',
    ],
    rows,
  };
}
