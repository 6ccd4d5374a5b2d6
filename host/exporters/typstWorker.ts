import { parentPort, workerData } from 'node:worker_threads';
import type { ExportOptions, ExportWarning, LetterPlace } from '../../core/api/shapes';
import { ExportWarnings } from '../../core/export/exportWarnings';
import { markWords, markWordsAround } from '../../core/export/pdf/markWords';
import type { PdfData } from '../../core/export/pdf/toPdfData';
import type { WorkerReply, WorkerRequest } from '../workers/workerClient';
import { pageOfPlace, readPageGauge } from './pageGauge';
import { pageSvg } from './pageSvg';
import { TypstLayout } from './typstLayout';
import { type TypstOrder, toTask } from './typstOrder';
import type { TypstAnswer, TypstPicture, TypstTask, TypstWorkerData } from './typstProtocol';

/* Layout is work of hundreds of milliseconds and lives in a worker, so that typing and saving never wait for it. */

const layout = new TypstLayout(workerData as TypstWorkerData);

function answer(order: TypstOrder): TypstAnswer {
  const told = new ExportWarnings();
  const task = toTask(order, told);
  if (task.kind === 'gauge')
    return readPageGauge(marksOfRelease(task), layout.marks(layout.compile(task.narrative, task.pictures)));
  const laidOut = task.kind === 'pdf' ? writePdf(task) : drawPage(task);
  warnIfLong(order.document.options, laidOut.pageCount, told);
  return { ...laidOut, warnings: [...told.list(), ...laidOut.warnings] };
}

function warnIfLong({ layout: form }: ExportOptions, pageCount: number, warnings: ExportWarnings): void {
  if (form !== 'release' || pageCount === 1) return;
  warnings.add(
    'over-one-page',
    `The press release takes ${pageCount} pages. What can the FAQ carry?`,
    'release',
  );
}

/** Most edits are not in the release, so its last marks are kept. */
let keptRelease: { data: string; marks: unknown } | null = null;

function marksOfRelease({ release, pictures }: TypstTask & { kind: 'gauge' }): unknown {
  const data = JSON.stringify(release);
  if (keptRelease?.data !== data) keptRelease = { data, marks: releaseMarks(release, pictures) };
  return keptRelease.marks;
}

/** A release that fits its page has no page to begin, so its words need not be asked for their places. */
function releaseMarks(release: PdfData, pictures: readonly TypstPicture[]): unknown {
  const laidOut = layout.compile(release, pictures);
  if (laidOut.document.numOfPages === 1) return layout.marks(laidOut);
  const parts = release.parts.map((part) => ({ ...part, blocks: markWords(part.blocks) }));
  return layout.marks(layout.compile({ ...release, parts }, pictures));
}

function writePdf({ data, pictures, standard }: TypstTask & { kind: 'pdf' }): TypstAnswer<'pdf'> {
  const laidOut = layout.compile(data, pictures);
  const { bytes, warnings } = layout.pdf(laidOut, standard);
  return { bytes, pageCount: laidOut.document.numOfPages, warnings: [...laidOut.warnings, ...warnings] };
}

/** Leafing through pages draws one after the other, so the last ones are kept. */
let keptPages: {
  data: string;
  pages: Uint8Array;
  marks: unknown;
  pageCount: number;
  warnings: ExportWarning[];
} | null = null;

function drawPage({ data, pictures, page, at }: TypstTask & { kind: 'page' }): TypstAnswer<'page'> {
  const marked = at ? withMarkedPlace(data, at) : data;
  const set = setPages(marked, pictures);
  const wanted = (at && pageOfPlace(set.marks, at)) ?? page;
  const { pageCount, warnings } = set;
  const shown = Math.min(Math.max(1, wanted), pageCount);
  return { svg: pageSvg(layout.drawPage(set.pages, shown)), page: shown, pageCount, warnings };
}

function setPages(data: PdfData, pictures: readonly TypstPicture[]): NonNullable<typeof keptPages> {
  const key = JSON.stringify(data);
  if (keptPages?.data === key) return keptPages;
  const laidOut = layout.compile(data, pictures);
  const { bytes, warnings } = layout.pages(laidOut);
  keptPages = {
    data: key,
    pages: bytes,
    marks: layout.marks(laidOut),
    pageCount: laidOut.document.numOfPages,
    warnings: [...laidOut.warnings, ...warnings],
  };
  return keptPages;
}

function withMarkedPlace(data: PdfData, { part: key, letters }: LetterPlace): PdfData {
  const mark = (part: PdfData['parts'][number]) =>
    part.key === key ? { ...part, blocks: markWordsAround(part.blocks, letters) } : part;
  return { ...data, parts: data.parts.map(mark) };
}

parentPort?.on('message', ({ id, task: order }: WorkerRequest<TypstOrder>) => {
  const reply = (message: WorkerReply<TypstAnswer>) => parentPort?.postMessage(message);
  try {
    reply({ id, ok: true, answer: answer(order) });
  } catch (error) {
    reply({ id, ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
  layout.tidy();
});
