import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import type { ExportFormat, ExportWarning, LetterPlace, PageGauge } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import { exportFileName } from '../../core/export/exportFileName';
import type { ExportFragment } from '../../core/export/html/exportFragment';
import { findFontFiles } from './fontFiles';
import { LatestTurn } from './latestTurn';
import { TypstClient } from './typstClient';
import { WriterClient } from './writerClient';
import type { WrittenFile } from './writerProtocol';

export interface ExportedFile {
  bytes: Uint8Array;
  fileName: string;
  mime: string;
  warnings: ExportWarning[];
}

interface ExportControl {
  signal: AbortSignal;
  progress: (done: number, total: number, label: string) => void;
}

export interface Exporter {
  /** Writes one file. Rejects with `cancelled` when the signal says so, `export-failed` when a format gives up. */
  run(document: ExportDocument, format: ExportFormat, control: ExportControl): Promise<ExportedFile>;
  /**
   * One page of the PDF as a drawing without scripts; a page past the end shows the last one. Rejects with
   * `cancelled` where a newer preview of the same pages was asked for before this one began.
   */
  preview(
    document: ExportDocument,
    page: number,
    at?: LetterPlace,
  ): Promise<{ pageCount: number; page: number; svg: string; warnings: ExportWarning[] }>;
  /** The chosen parts to be pasted elsewhere. */
  copy(document: ExportDocument): Promise<ExportFragment>;
  /** Pages as the PDF would have them, whatever parts the options choose. */
  gauge(document: ExportDocument): Promise<PageGauge>;
  close(): Promise<void>;
}

interface ExporterOptions {
  /** Folder of the templates; the layout is in `pdf/` there. */
  templates: string;
  /** Folder of the bundled workers. */
  workers: URL | string;
  /** Folders to look for fonts in, before the places that a build or the packages have them. */
  fonts?: string[];
}

const mimes: Record<ExportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
  dateline: 'application/vnd.dateline+zip',
};

/** All exporters behind one door; what takes long runs in workers that stay warm. */
export function createExporter({ templates, workers, fonts = [] }: ExporterOptions): Exporter {
  const typst = new TypstClient(workers, () => ({
    template: join(templates, 'pdf'),
    fontFiles: findFontFiles(templates, fonts),
  }));

  const previews = new LatestTurn();
  const writer = new WriterClient(workers);
  const write = (document: ExportDocument, format: ExportFormat): Promise<WrittenFile> =>
    format === 'pdf'
      ? typst.run({ kind: 'pdf', document: forPages(document) })
      : writer.run({ kind: 'file', format, document });

  return {
    async run(document, format, { signal, progress }) {
      throwIfAborted(signal);
      progress(0, 1, 'Setting the pages');
      const { bytes, warnings } = await orCancelled(write(document, format), signal);
      progress(1, 1, 'Done');
      return { bytes, fileName: exportFileName(document, format), mime: mimes[format], warnings };
    },
    preview: (document, page, at) =>
      previews.run(`${document.meta.id} ${document.options.layout}`, () =>
        typst.run({ kind: 'page', document: forPages(document), page, ...(at && { at }) }),
      ),
    gauge: (document) => typst.run({ kind: 'gauge', document: forPages(document) }),
    copy: (document) => writer.run({ kind: 'fragment', document }),
    async close() {
      await Promise.all([typst.close(), writer.close()]);
    },
  };
}

/** What is shared stands on no page, and may be large. */
function forPages({ shared: _, ...document }: ExportDocument): ExportDocument {
  return document;
}

const cancelled = () => new DatelineError('cancelled', 'Stopped. Nothing was written.');

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** The result, or a rejection as soon as the signal says stop; the worker ends its task in peace. */
function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
