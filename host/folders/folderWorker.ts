import { parentPort } from 'node:worker_threads';
import { ExportWarnings } from '../../core/export/exportWarnings';
import { exportFolder, tellOfFolderLosses } from '../../core/export/folder/exportFolder';
import { readFolder } from '../../core/import/folder/readFolder';
import type { WorkerReply, WorkerRequest } from '../workers/workerClient';
import type { FolderAnswer, FolderTask } from './folderProtocol';

/* A mirror is written while people type, and a long narrative takes a second to become Markdown. */

function answer(task: FolderTask): FolderAnswer {
  if (task.kind === 'write') {
    const warnings = new ExportWarnings();
    const exported = exportFolder(task.document, { names: task.names, warnings });
    if (task.tells) tellOfFolderLosses(task.document, exported, warnings);
    return { kind: 'write', exported, warnings: warnings.list() };
  }
  return { kind: 'read', was: readFolder(task.was), now: readFolder(task.now) };
}

parentPort?.on('message', ({ id, task }: WorkerRequest<FolderTask>) => {
  const reply = (message: WorkerReply<FolderAnswer>) => parentPort?.postMessage(message);
  try {
    reply({ id, ok: true, answer: answer(task) });
  } catch (error) {
    reply({ id, ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
