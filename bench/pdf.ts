import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { defaultExportOptions } from '../core/api/shapes';
import type { ExportDocument } from '../core/export/exportDocument';
import { narrativeMetaSchema } from '../core/narrative/meta';
import { emptyContent, type NarrativeContent } from '../core/narrative/narrativeDoc';
import { createExporter } from '../host/exporters/exportNarrative';
import { importFile } from '../host/importers/importFile';
import { paragraphs, wordsPerPage } from './prose';
import type { Table } from './report';
import { root } from './root';
import { median, ms, ratio, timed } from './statistics';

type Exporter = ReturnType<typeof createExporter>;

const largeWords = 105_000;
const never = new AbortController().signal;

function exportDocument(content: NarrativeContent): ExportDocument {
  const now = '2026-11-23T09:00:00.000Z';
  const meta = narrativeMetaSchema.parse({
    id: 'bench-pdf',
    name: 'Bench',
    createdAt: now,
    updatedAt: now,
    stage: 'drafting',
    draft: 1,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
  });
  return { meta, content, options: defaultExportOptions, assets: new Map(), date: '2026-11-23' };
}

async function smallContent(): Promise<NarrativeContent> {
  const bytes = await readFile(join(root, 'templates/samples/web-service.md'));
  return (await importFile({ fileName: 'web-service.md', bytes })).content;
}

function largeContent(): NarrativeContent {
  const content = emptyContent();
  const texts = paragraphs(Math.round(largeWords / wordsPerPage), 7);
  content.parts.plan = {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  return content;
}

/** The same document with one letter more in its heading. */
function withOneEdit(document: ExportDocument, edit: number): ExportDocument {
  const content = structuredClone(document.content);
  content.parts.plan.content?.unshift({
    type: 'paragraph',
    content: [{ type: 'text', text: `Edit ${edit}.` }],
  });
  return { ...document, content };
}

/** A fresh compiler each time, as a first export has it; then re-layouts after single edits in the warm one. */
async function measureDateline(document: ExportDocument, rounds: number) {
  const cold: number[] = [];
  const relayout: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const exporter = createExporter({
      templates: join(root, 'templates'),
      workers: join(root, 'dist/node/'),
    });
    cold.push((await timed(() => exportPdf(exporter, document))).ms);
    for (let edit = 0; edit < 3; edit += 1) {
      relayout.push((await timed(() => exporter.gauge(withOneEdit(document, round * 3 + edit)))).ms);
    }
    await exporter.close();
  }
  return { cold: median(cold), relayout: median(relayout.slice(1)) };
}

function exportPdf(exporter: Exporter, document: ExportDocument) {
  return exporter.run(document, 'pdf', { signal: never, progress: () => undefined });
}

/** A running Chromium prints the HTML export of the same content; starting it is not counted. */
async function measureChromium(browser: Browser, document: ExportDocument, rounds: number): Promise<number> {
  const exporter = createExporter({ templates: join(root, 'templates'), workers: join(root, 'dist/node/') });
  const { bytes } = await exporter.run(document, 'html', { signal: never, progress: () => undefined });
  await exporter.close();
  const html = Buffer.from(bytes).toString('utf8');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    const { ms: time } = await timed(async () => {
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
    });
    times.push(time);
    await page.close();
  }
  return median(times);
}

/** PDF of a sample and of a very long narrative, beside Chromium printing the same content. */
export async function benchPdf(browser: Browser, { short }: { short: boolean }): Promise<Table> {
  const rounds = short ? 1 : 5;
  const documents = [
    ['small (a sample)', exportDocument(await smallContent())],
    ...(short ? [] : ([[`large (${largeWords / 1000}k words)`, exportDocument(largeContent())]] as const)),
  ] as const;
  const rows: string[][] = [];
  for (const [name, document] of documents) {
    const dateline = await measureDateline(document, rounds);
    const chromium = await measureChromium(browser, document, rounds);
    rows.push([
      name,
      ms(dateline.cold),
      ms(chromium),
      ratio(chromium / dateline.cold),
      ms(dateline.relayout),
    ]);
  }
  return {
    title: 'PDF',
    note: 'First export with a fresh compiler (PDF/UA-1), beside printToPDF of the HTML export in a running Chromium. Goals: at least 3 × faster; a re-layout after one edit within 40 ms on the small one.',
    head: ['document', 'Dateline', 'Chromium printToPDF', 'Chromium ÷ Dateline', 're-layout after one edit'],
    rows,
  };
}
