import { DatelineError } from '../../core/api/errors';
import type { ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import type { ExportedFolder, PartNames } from '../../core/export/folder/exportFolder';
import type { ReadFolder } from '../../core/import/folder/readFolder';
import { startWorker } from '../workers/startWorker';
import { WorkerClient } from '../workers/workerClient';
import type { FolderAnswer, FolderTask } from './folderProtocol';

type Texts = ReadonlyMap<string, string>;

/** Turns narratives into the texts of a folder and back, away from the thread that answers windows. */
export interface FolderTranslator {
  write(document: ExportDocument, names: PartNames): Promise<ExportedFolder>;
  /** The same with the warnings of an export. */
  writeTelling(document: ExportDocument): Promise<{ exported: ExportedFolder; warnings: ExportWarning[] }>;
  /** The same folder at two moments. */
  readBoth(was: Texts, now: Texts): Promise<{ was: ReadFolder; now: ReadFolder }>;
  close(): Promise<void>;
}

export function createFolderTranslator(workers: URL | string): FolderTranslator {
  const client = new WorkerClient<FolderTask, FolderAnswer>(
    () => startWorker(workers, 'folderWorker', {}),
    failed,
  );
  const write = async (document: ExportDocument, names: PartNames, tells: boolean) => {
    const answer = await client.run({ kind: 'write', document, names, tells });
    if (answer.kind !== 'write') throw failed();
    return answer;
  };
  return {
    write: async (document, names) => (await write(document, names, false)).exported,
    writeTelling: (document) => write(document, {}, true),
    async readBoth(was, now) {
      const answer = await client.run({ kind: 'read', was, now });
      if (answer.kind !== 'read') throw failed();
      return answer;
    },
    close: () => client.close(),
  };
}

const failed = () =>
  new DatelineError('export-failed', 'The folder of this narrative could not be prepared.', 'Try again.');
