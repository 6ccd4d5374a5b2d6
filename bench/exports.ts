import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type ExportFormat, exportFormats } from '../core/api/shapes';
import { measurePeers, type PeerTimes } from './exportPeers';
import { exportAs, largeWords, newExporter, type PdfSize, pdfDocument } from './pdfDocument';
import type { Table } from './report';
import { root } from './root';
import { median, ms, ratio } from './statistics';

const measuredSchema = z.object({
  fresh: z.number(),
  again: z.number(),
  pause: z.number(),
  idle: z.number(),
  previews: z.array(z.number()),
});
type Measured = z.infer<typeof measuredSchema>;

async function measureOurs(size: PdfSize, format: ExportFormat): Promise<Measured> {
  const asked = JSON.stringify({ size, format, edits: format === 'pdf' ? 12 : 0 });
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'out/bench/exportsChild.js'),
    asked,
  ]);
  return measuredSchema.parse(JSON.parse(stdout));
}

async function htmlOf(size: PdfSize): Promise<Uint8Array> {
  const exporter = newExporter();
  const html = await exportAs(exporter, await pdfDocument(size), 'html');
  await exporter.close();
  return html;
}

async function measureRow(size: PdfSize, format: ExportFormat, rounds: number): Promise<string[]> {
  const html = await htmlOf(size);
  const ours: Measured[] = [];
  const peers: PeerTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measureOurs(size, format));
    peers.push(await measurePeers(format, html));
  }
  const middle = (key: keyof PeerTimes): number | null => {
    const times = peers.flatMap((one) => one[key] ?? []);
    return times.length === 0 ? null : median(times);
  };
  const others = (['chromium', 'office', 'weasyPrint', 'pandoc'] as const).map(middle);
  const fresh = median(ours.map((one) => one.fresh));
  const fastest = Math.min(...others.map((time) => time ?? Number.POSITIVE_INFINITY));
  const previews = ours.flatMap((one) => one.previews);
  return [
    size === 'small' ? 'small (a sample)' : `large (${largeWords / 1000}k words)`,
    format,
    ms(fresh),
    ...others.map((time, index) => (time === null ? missing(format, index) : ms(time))),
    Number.isFinite(fastest) ? ratio(fastest / fresh) : '',
    ms(median(ours.map((one) => one.again))),
    ms(median(ours.map((one) => one.pause))),
    ms(median(ours.map((one) => one.idle))),
    previews.length === 0 ? '' : ms(median(previews)),
  ];
}

/** Programs that could write the format are missing; the others have nothing to say here. */
function missing(format: ExportFormat, index: number): string {
  const isPdf = index < 3;
  const isAsked = isPdf ? format === 'pdf' : format === 'docx' || format === 'md';
  return isAsked ? 'not installed' : '';
}

/** Every export beside other programs, and what the app notices of it. */
export async function benchExports({ short }: { short: boolean }): Promise<Table> {
  const sizes: PdfSize[] = short ? ['small'] : ['small', 'large'];
  const rows: string[][] = [];
  for (const size of sizes)
    for (const format of exportFormats)
      rows.push(await measureRow(size, format, size === 'small' && !short ? 3 : 1));
  return {
    title: 'Exports',
    note: 'The same content in every program, medians of three on the small document: from the start of the process to the file. Others begin with the web page that we write: Chromium prints it, pandoc makes a Word document or Markdown of it, LibreOffice a PDF of what pandoc wrote, WeasyPrint a PDF. Again: once more in a process that runs. Pause: the longest time during an export for which the thread of the host answered nobody, median of three exports; idle: the same of half a second in which nothing is done, as other programs cause pauses, too. Preview: one page drawn anew after one letter more. Goals: PDF at least 3 × faster than the fastest other on the small document; a preview within 60 ms, 300 ms on the large one; pauses within 20 ms.',
    head: [
      'document',
      'format',
      'ours',
      'Chromium',
      'pandoc + LibreOffice',
      'WeasyPrint',
      'pandoc',
      'fastest ÷ ours',
      'again',
      'pause',
      'idle',
      'preview',
    ],
    rows,
  };
}
