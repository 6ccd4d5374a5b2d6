import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importLimitBytes } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import { errnoOf } from '../../storage/diskErrors';

/** A file that somebody handed over; `path` is null where only its bytes came. */
export interface GivenFile {
  fileName: string;
  bytes: Uint8Array;
  path: string | null;
  /** True where `path` is a folder of texts. */
  isFolder?: true;
}

/** Reads a file that a person named, or names the folder that they did. Throws `not-found`, `read-only`, `file-wrong-type` or `file-too-large`. */
export async function readGivenFile(path: string): Promise<GivenFile> {
  const fileName = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { fileName, bytes: new Uint8Array(), path, isFolder: true };
    if (!found.isFile())
      throw new DatelineError('file-wrong-type', `"${path}" is not a file.`, 'Choose a file.');
    if (found.size > importLimitBytes) throw tooLarge(fileName);
    return { fileName, bytes: await readFile(path), path };
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT' || errnoOf(thrown) === 'ENOTDIR')
      throw new DatelineError('not-found', `There is no file "${path}".`, 'Check its name and folder.');
    if (errnoOf(thrown) === 'EACCES' || errnoOf(thrown) === 'EPERM')
      throw new DatelineError(
        'read-only',
        `Dateline may not read "${path}".`,
        'Allow reading it, then try again.',
      );
    throw thrown;
  }
}

function tooLarge(fileName: string): DatelineError {
  return new DatelineError(
    'file-too-large',
    `"${fileName}" is larger than ${importLimitBytes / 1_000_000} MB, the most a document may have.`,
    'Split it, or take pictures out of it.',
  );
}
