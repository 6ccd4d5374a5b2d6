import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { settleCoach } from '../core/coach/coachSetup';
import { LiveCheck } from '../core/coach/live/liveCheck';
import type { NarrativeContent } from '../core/narrative/narrativeDoc';
import type { RichNode } from '../core/narrative/richText';
import { loadCoach } from '../host/coach/loadCoach';
import { importFile } from '../host/importers/importFile';
import { launchChromium } from '../test/support/chromium';
import { paragraphs } from './prose';
import type { Table } from './report';
import { root } from './root';
import { startApp } from './startApp';
import { median, ms, p95, ratio } from './statistics';
import { enterMiddle, openDateline, type, uncapped } from './typing';

const today = '2026-11-23';

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** A sample, made longer by pages of plain prose in its launch plan. */
async function longNarrative(pages: number): Promise<NarrativeContent> {
  const bytes = await readFile(join(root, 'templates/samples/web-service.md'));
  const { content } = await importFile({ fileName: 'web-service.md', bytes });
  const plan = paragraphs(pages, 3).map(paragraph);
  return { ...content, parts: { ...content.parts, plan: { type: 'doc', content: plan } } };
}

async function readyCheck(content: NarrativeContent): Promise<LiveCheck> {
  const setup = await loadCoach(join(root, 'templates'), join(root, 'no library'));
  const live = new LiveCheck();
  live.settle(settleCoach(setup, { style: null, overrides: {} }), today);
  live.setContent(content);
  return live;
}

function timeOf(job: () => void): number {
  const started = performance.now();
  job();
  return performance.now() - started;
}

/** The worker's own work: all of a narrative, then one block after the other. */
async function measureReading(pages: number, rounds: number) {
  const content = await longNarrative(pages);
  const live = await readyCheck(content);
  live.readAll();
  const full = Array.from({ length: rounds }, () =>
    timeOf(() => {
      live.readAll();
      live.answer();
    }),
  );
  const blocks = content.parts.plan.content ?? [];
  const middle = Math.floor(blocks.length / 2);
  const block = Array.from({ length: rounds * 4 }, (_, round) => {
    const nodes = [paragraph(`${blocks[middle]?.content?.[0]?.text ?? ''} Now ${round} seamless days.`)];
    return timeOf(() => {
      const isReady = live.change({ part: 'plan', from: middle, to: middle + 1, nodes });
      if (!isReady) throw new Error('one changed block is read alone');
      live.answer();
    });
  });
  return { full, block };
}

/** Takes the coach out of a window: nothing is ever answered, so nothing is asked or marked. */
async function withoutCoach(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const silent = Object.assign(new EventTarget(), { postMessage: () => {}, terminate: () => {} });
    window.Worker = new Proxy(Worker, {
      construct: (Real, [url, options]) =>
        String(url).includes('coachWorker') ? silent : new Real(url as URL, options as WorkerOptions),
    });
  });
}

/** Typing with all checks and without them, in turns in one run. */
async function measureTyping(pages: number, { rounds, keys }: { rounds: number; keys: number }) {
  const browser = await launchChromium({ args: uncapped });
  const app = await startApp();
  const on = await openDateline(browser, app, { pages });
  const off = await openDateline(browser, app, { pages, prepare: withoutCoach });
  const times = { on: [] as number[], off: [] as number[] };
  for (const page of [on, off]) {
    await enterMiddle(page);
    await type(page, keys, 0);
  }
  for (let round = 1; round <= rounds; round += 1) {
    times.on.push(...(await type(on, keys, round)));
    times.off.push(...(await type(off, keys, round)));
  }
  await browser.close();
  await app.stop();
  return times;
}

/** Reading a whole narrative and one changed block, and what the coach costs somebody who types. */
export async function benchCoach({ short }: { short: boolean }): Promise<Table> {
  const rows: string[][] = [];
  for (const pages of [10, 400]) {
    const { full, block } = await measureReading(pages, short ? 3 : 15);
    const { on, off } = await measureTyping(pages, short ? { rounds: 1, keys: 36 } : { rounds: 5, keys: 48 });
    rows.push([
      String(pages),
      ms(median(full)),
      `${ms(median(block))} / ${ms(p95(block))}`,
      `${median(on).toFixed(1)} / ${p95(on).toFixed(1)}`,
      `${median(off).toFixed(1)} / ${p95(off).toFixed(1)}`,
      ratio(p95(on) / p95(off)),
    ]);
  }
  return {
    title: 'Coach',
    note: 'The code of the worker, run in Node, on a sample with so many pages of prose more; typing is keydown to painted frame in Chromium, median / p95 in ms. Goals: 50 ms at 10 pages and 1 s at 400 for the whole, 5 ms for one block, typing p95 at most 1.1 × without checks.',
    head: [
      'pages',
      'whole narrative',
      'one block',
      'typing, checks on',
      'typing, checks off',
      'p95 on ÷ off',
    ],
    rows,
  };
}
