import { parentPort } from 'node:worker_threads';
import type { ExportDocument, ExportText } from '../../core/export/exportDocument';
import { exportFragment } from '../../core/export/html/exportFragment';
import { exportHtml } from '../../core/export/html/exportHtml';
import { exportMarkdown } from '../../core/export/markdown/exportMarkdown';
import { exportText } from '../../core/export/text/exportText';
import type { WorkerReply, WorkerRequest } from '../workers/workerClient';
import { exportPackage } from './exportPackage';
import type { WriterAnswer, WriterTask, WrittenFile, WrittenFormat } from './writerProtocol';

/* A long narrative takes a second to write in some formats, so they are written here: typing and saving never wait. */

const writers: Record<WrittenFormat, (document: ExportDocument) => WrittenFile | Promise<WrittenFile>> = {
  md: (document) => toFile(exportMarkdown(document)),
  html: (document) => toFile(exportHtml(document)),
  txt: (document) => toFile(exportText(document)),
  dateline: exportPackage,
  docx: async (document) => {
    // Loaded when it is asked for: its library is large, and most sessions write no Word document.
    const { exportDocx } = await import('./docx/exportDocx');
    return exportDocx(document);
  },
};

function toFile({ text, warnings }: ExportText): WrittenFile {
  return { bytes: new TextEncoder().encode(text), warnings };
}

async function answer(task: WriterTask): Promise<WriterAnswer> {
  return task.kind === 'fragment' ? exportFragment(task.document) : writers[task.format](task.document);
}

parentPort?.on('message', async ({ id, task }: WorkerRequest<WriterTask>) => {
  const reply = (message: WorkerReply<WriterAnswer>) => parentPort?.postMessage(message);
  try {
    reply({ id, ok: true, answer: await answer(task) });
  } catch (error) {
    reply({ id, ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
