import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { writeDurably } from '../../storage/durableFile';

/**
 * Writes an exported file whole or not at all. Throws `target-exists` for a file that is there unless it may be
 * replaced, `not-found` for a folder that is not, and `disk-full` or `read-only`.
 */
export async function writeExport(
  path: string,
  bytes: Uint8Array,
  options: { replace: boolean },
): Promise<void> {
  if ((await kindOf(dirname(path))) !== 'folder') throw noFolder(dirname(path));
  const refuseExisting = async () => {
    const kind = await kindOf(path);
    if (kind === 'folder' || (kind === 'file' && !options.replace)) throw targetExists(path);
  };
  await refuseExisting();
  // Asked again when the bytes are written, since that can take a while.
  await writeDurably(path, bytes, { beforeReplace: refuseExisting, isDocument: true }).catch(
    (thrown: unknown) => {
      throw toExportError(thrown, dirname(path));
    },
  );
}

/** The same failures as of a save, told of a file that somebody wanted elsewhere. */
function toExportError(thrown: unknown, folder: string): unknown {
  const code = thrown instanceof DatelineError ? thrown.code : null;
  switch (code) {
    case 'disk-full':
      return new DatelineError(
        'disk-full',
        'Not exported: the disk is full. No half file is left.',
        'Free some space, or choose a folder on another disk.',
      );
    case 'read-only':
      return new DatelineError(
        'read-only',
        `Not exported: “${folder}” cannot be written to.`,
        'Choose another folder, or allow writing to this one.',
      );
    case 'library-missing':
      return noFolder(folder);
    default:
      return thrown;
  }
}

function kindOf(path: string): Promise<'folder' | 'file' | null> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => null,
  );
}

function targetExists(path: string): DatelineError {
  return new DatelineError(
    'target-exists',
    `"${path}" is there already and was left as it is.`,
    'Choose another name, or say that it may be replaced.',
  );
}

function noFolder(folder: string): DatelineError {
  return new DatelineError('not-found', `There is no folder "${folder}".`, 'Make it, or choose another one.');
}
