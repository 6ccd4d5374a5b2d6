import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../test/support/chromium';
import { exportAs, largeWords, newExporter, type PdfSize, pdfDocument } from './pdfDocument';
import type { Table } from './report';
import { root } from './root';
import { median, ms, ratio, timed } from './statistics';

const measuredSchema = z.object({
  fresh: z.number(),
  first: z.number(),
  warm: z.number(),
  release: z.array(z.number()),
  plan: z.array(z.number()),
});
type Measured = z.infer<typeof measuredSchema>;

async function measureInChild(size: PdfSize, edits: number): Promise<Measured> {
  const child = join(root, 'out/bench/pdfChild.js');
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify({ size, edits })]);
  return measuredSchema.parse(JSON.parse(stdout));
}

async function htmlOf(size: PdfSize): Promise<string> {
  const exporter = newExporter();
  const html = await exportAs(exporter, await pdfDocument(size), 'html');
  await exporter.close();
  return Buffer.from(html).toString('utf8');
}

/** Prints on a fresh page of a running Chromium. */
async function print(browser: Browser, html: string): Promise<number> {
  const page = await browser.newPage();
  const { ms: time } = await timed(async () => {
    await page.setContent(html);
    await page.pdf({ format: 'A4', tagged: true, outline: true });
  });
  await page.close();
  return time;
}

/** Starts a Chromium and prints; ending it is not counted. */
async function startAndPrint(html: string): Promise<number> {
  const started = performance.now();
  const browser = await launchChromium();
  await print(browser, html);
  const time = performance.now() - started;
  await browser.close();
  return time;
}

/** One row: both programs in turn, so that a busy moment of the machine meets both. */
async function measureRow(browser: Browser, size: PdfSize, rounds: number): Promise<string[]> {
  const html = await htmlOf(size);
  const ours: Measured[] = [];
  const running: number[] = [];
  const started: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isLast = round === rounds - 1;
    ours.push(await measureInChild(size, isLast ? 15 : 0));
    running.push(await print(browser, html));
    started.push(await startAndPrint(html));
  }
  const middle = (key: 'fresh' | 'first' | 'warm') => median(ours.map((one) => one[key]));
  const [fresh, first, warm] = [middle('fresh'), middle('first'), middle('warm')];
  return [
    ...[fresh, median(started)].map(ms),
    ratio(median(started) / fresh),
    ...[first, warm, median(running)].map(ms),
    ...[first, warm].map((time) => ratio(median(running) / time)),
    ...(['release', 'plan'] as const).map((part) => ms(median(ours.flatMap((one) => one[part])))),
  ];
}

/** PDF of a sample and of a very long narrative, beside Chromium printing the same content. */
export async function benchPdf(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const rounds = short ? 1 : 5;
  const rows = [['small (a sample)', ...(await measureRow(browser, 'small', rounds))]];
  if (!short)
    rows.push([`large (${largeWords / 1000}k words)`, ...(await measureRow(browser, 'large', rounds))]);
  return {
    title: 'PDF',
    note: 'PDF/UA-1, beside printToPDF of the HTML export, medians. Both programs started for it: from the start of the process to the bytes. First export: in a process that runs, start of the worker and of the compiler counted; again: the same once more; beside them a fresh page of a Chromium that runs. Re-layout: the page gauge after one letter more in a paragraph, median of 15 edits. Goals: at least 3 × faster; a re-layout within 40 ms on the small one.',
    head: [
      'document',
      'process started',
      'Chromium started',
      'Chromium ÷ ours',
      'first export',
      'again',
      'Chromium running',
      'Chromium ÷ first',
      'Chromium ÷ again',
      're-layout, release',
      're-layout, plan',
    ],
    rows,
  };
}
