import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { exportAs, largeWords, newExporter, type PdfSize, pdfDocument } from './pdfDocument';
import type { Table } from './report';
import { root } from './root';
import { median, ms, ratio, timed } from './statistics';

const measuredSchema = z.object({
  first: z.number(),
  warm: z.number(),
  release: z.array(z.number()),
  plan: z.array(z.number()),
});
type Measured = z.infer<typeof measuredSchema>;

/** What one fresh process measured; its own start is not counted. */
async function measureInChild(size: PdfSize, edits: number): Promise<Measured> {
  const child = join(root, 'out/bench/pdfChild.js');
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify({ size, edits })]);
  return measuredSchema.parse(JSON.parse(stdout));
}

/** A running Chromium prints the HTML export of the same content on a fresh page; starting it is not counted. */
async function measureChromium(browser: Browser, size: PdfSize): Promise<() => Promise<number>> {
  const exporter = newExporter();
  const html = Buffer.from(await exportAs(exporter, await pdfDocument(size), 'html')).toString('utf8');
  await exporter.close();
  return async () => {
    const page = await browser.newPage();
    const { ms: time } = await timed(async () => {
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
    });
    await page.close();
    return time;
  };
}

/** One row: both programs in turn, so that a busy moment of the machine meets both. */
async function measureRow(browser: Browser, size: PdfSize, rounds: number): Promise<string[]> {
  const printInChromium = await measureChromium(browser, size);
  const children: Measured[] = [];
  const chromium: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isLast = round === rounds - 1;
    children.push(await measureInChild(size, isLast ? 15 : 0));
    chromium.push(await printInChromium());
  }
  const first = median(children.map((child) => child.first));
  const print = median(chromium);
  const warm = median(children.map((child) => child.warm));
  const [release, plan] = [
    children.flatMap((child) => child.release),
    children.flatMap((child) => child.plan),
  ];
  const times = [first, warm, print].map(ms);
  return [...times, ratio(print / first), ratio(print / warm), ms(median(release)), ms(median(plan))];
}

/** PDF of a sample and of a very long narrative, beside Chromium printing the same content. */
export async function benchPdf(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const rounds = short ? 1 : 5;
  const rows = [['small (a sample)', ...(await measureRow(browser, 'small', rounds))]];
  if (!short)
    rows.push([`large (${largeWords / 1000}k words)`, ...(await measureRow(browser, 'large', rounds))]);
  return {
    title: 'PDF',
    note: 'PDF/UA-1. First export: in a fresh process each time, start of the worker and of the compiler counted; again: the same once more. Beside it printToPDF of the HTML export on a fresh page of a running Chromium. Re-layout: the page gauge after one letter more in a paragraph, median of 15 edits. Goals: at least 3 × faster; a re-layout within 40 ms on the small one.',
    head: [
      'document',
      'first export',
      'again',
      'Chromium printToPDF',
      'Chromium ÷ first',
      'Chromium ÷ again',
      're-layout, release',
      're-layout, plan',
    ],
    rows,
  };
}
