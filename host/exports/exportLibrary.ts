import { Zip, ZipPassThrough } from 'fflate';
import type { Output } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { NarrativeId } from '../../core/narrative/meta';
import type { ExportedFile } from '../exporters/exportNarrative';
import type { JobControl } from '../jobs/jobs';
import type { HostPorts } from '../ports';
import { exportEach } from './exportEach';
import { numbered, writeBeside } from './writeBeside';

/** The most that is handed out in one download, in bytes. */
const downloadLimit = 100_000_000;

/** Where the files of many narratives go. */
interface ExportShelf {
  /** Puts a file there, under its name or one like it that is free; nothing that is there is replaced. */
  put(fileName: string, bytes: Uint8Array): Promise<void>;
}

/** A folder that somebody chose. */
function folderShelf(folder: string): ExportShelf {
  return {
    put: async (fileName, bytes) => void (await writeBeside(folder, fileName, bytes)),
  };
}

/** One archive for a download. What does not fit any more is refused, and what is in it stays. */
function zipShelf(): ExportShelf & { finish(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  const names = new Set<string>();
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    async put(fileName, bytes) {
      if (size + bytes.length > downloadLimit) throw downloadFull();
      size += bytes.length;
      let number = 1;
      while (names.has(numbered(fileName, number))) number += 1;
      const name = numbered(fileName, number);
      names.add(name);
      // Most formats are compressed already, and this thread has others to answer.
      const file = new ZipPassThrough(name);
      zip.add(file);
      file.push(bytes, true);
    },
    finish() {
      zip.end();
      return Buffer.concat(chunks);
    },
  };
}

function downloadFull(): DatelineError {
  return new DatelineError(
    'file-too-large',
    `This download has its ${downloadLimit / 1_000_000} MB already.`,
    'Export this narrative by itself, or all of them on the command line.',
  );
}

interface LibraryExport {
  /** In the order in which they are exported; the name is for people. */
  narratives: readonly { id: NarrativeId; name: string }[];
  control: JobControl;
  exportOne: (id: NarrativeId) => Promise<ExportedFile>;
}

/**
 * Exports every narrative into a folder that somebody chooses, or as one download where the shell has no such dialog.
 * Both `savedTo` and `data` are null when they closed the dialog.
 */
export async function exportAll(
  { folderDialog }: Pick<HostPorts, 'folderDialog'>,
  work: LibraryExport,
): Promise<Output<'exports.runAll'>> {
  const none = { total: work.narratives.length, exported: 0, failed: [], savedTo: null, data: null };
  if (!folderDialog) {
    const shelf = zipShelf();
    const done = await putAll(shelf, work);
    return { ...none, ...done, data: Buffer.from(shelf.finish()).toString('base64') };
  }
  const folder = await folderDialog();
  if (folder === null) return none;
  return { ...none, ...(await putAll(folderShelf(folder), work)), savedTo: folder };
}

async function putAll(shelf: ExportShelf, { narratives, control, exportOne }: LibraryExport) {
  const names = new Map(narratives.map(({ id, name }) => [id, name]));
  const tell = (done: number) => control.progress(done, narratives.length, narratives[done]?.name ?? 'Done');
  tell(0);
  const { exported, failed } = await exportEach<NarrativeId>({
    ids: narratives.map(({ id }) => id),
    signal: control.signal,
    exportOne: async (id) => {
      const { fileName, bytes } = await exportOne(id);
      await shelf.put(fileName, bytes);
      return id;
    },
    onDone: tell,
  });
  return {
    exported: exported.length,
    failed: failed.map(({ id, message }) => ({ id, name: names.get(id) ?? '', message })),
  };
}
