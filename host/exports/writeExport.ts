import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { errnoOf } from '../../storage/diskErrors';
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
  try {
    await writeDurably(path, bytes, async () => {
      if (!options.replace && (await exists(path))) throw targetExists(path);
    });
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT' || errnoOf(thrown) === 'ENOTDIR') throw noFolder(dirname(path));
    if (errnoOf(thrown) === 'EISDIR') throw targetExists(path);
    throw thrown;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
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
