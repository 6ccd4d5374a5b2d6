import { parentPort, workerData } from 'node:worker_threads';
import { markWords } from '../../core/export/pdf/markWords';
import type { PdfData } from '../../core/export/pdf/toPdfData';
import type { WorkerReply, WorkerRequest } from '../workers/workerClient';
import { readPageGauge } from './pageGauge';
import { cutPageSvg } from './pageSvg';
import { TypstLayout } from './typstLayout';
import type { TypstAnswer, TypstPicture, TypstTask, TypstWorkerData } from './typstProtocol';

/* Layout is work of hundreds of milliseconds and lives in a worker, so that typing and saving never wait for it. */

const layout = new TypstLayout(workerData as TypstWorkerData);

function answer(task: TypstTask): TypstAnswer {
  switch (task.kind) {
    case 'pdf':
      return writePdf(task);
    case 'page':
      return drawPage(task);
    case 'gauge':
      return readPageGauge(marksOfRelease(task), layout.marks(layout.compile(task.narrative, task.pictures)));
  }
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

function writePdf({ data, pictures, standard }: TypstTask & { kind: 'pdf' }): TypstAnswer {
  const laidOut = layout.compile(data, pictures);
  const { bytes, warnings } = layout.pdf(laidOut, standard);
  return { bytes, pageCount: laidOut.document.numOfPages, warnings: [...laidOut.warnings, ...warnings] };
}

function drawPage({ data, pictures, page }: TypstTask & { kind: 'page' }): TypstAnswer {
  const laidOut = layout.compile(data, pictures);
  const pageCount = laidOut.document.numOfPages;
  const shown = Math.min(Math.max(1, page), pageCount);
  return {
    svg: cutPageSvg(layout.svg(laidOut), shown, pageCount),
    page: shown,
    pageCount,
    warnings: [...laidOut.warnings, ...layout.glyphWarnings(laidOut)],
  };
}

parentPort?.on('message', ({ id, task }: WorkerRequest<TypstTask>) => {
  const reply = (message: WorkerReply<TypstAnswer>) => parentPort?.postMessage(message);
  try {
    reply({ id, ok: true, answer: answer(task) });
  } catch (error) {
    reply({ id, ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
  layout.tidy();
});
