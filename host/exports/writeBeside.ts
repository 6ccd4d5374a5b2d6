import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { writeExport } from './writeExport';

/** So many files of one name are told apart by numbers. */
const mostNames = 1000;

/**
 * Writes a file into a folder under its name, or one like it that is free; nothing that is there is replaced. Answers its
 * path. Throws what `writeExport` throws.
 */
export async function writeBeside(folder: string, fileName: string, bytes: Uint8Array): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, numbered(fileName, number));
    try {
      await writeExport(path, bytes, { replace: false });
      return path;
    } catch (thrown) {
      const isTaken = thrown instanceof DatelineError && thrown.code === 'target-exists';
      if (!isTaken || number === mostNames) throw thrown;
    }
  }
}

/** The name of the nth file that would be called this. */
export const numbered = (fileName: string, number: number): string =>
  number === 1 ? fileName : fileName.replace(/(\.[^.]+)$/u, ` (${number})$1`);
