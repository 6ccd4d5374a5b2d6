import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { cardFileName } from '../../core/import/folder/folderCard';
import { errnoOf } from '../../storage/diskErrors';
import { decodeText } from '../importers/decodeText';

const limits = { files: 200, bytes: 20_000_000 };

/** What stands at the top of a folder: its texts by name, and those that are no text, with the reason. */
export interface FolderTexts {
  texts: Map<string, string>;
  unreadable: { path: string; reason: string }[];
}

/**
 * Reads `narrative.json` and the Markdown files of a folder, and nothing else; links are not followed. Throws
 * `not-found` for a folder that is not there, and `read-only` for one that may not be read.
 */
export async function readFolderTexts(folder: string): Promise<FolderTexts> {
  const read: FolderTexts = { texts: new Map(), unreadable: [] };
  const names = (await listFolder(folder)).filter((name) => name === cardFileName || isTextName(name));
  let total = 0;
  for (const name of names.sort().slice(0, limits.files)) {
    const found = await lstat(join(folder, name)).catch(() => null);
    if (!found?.isFile()) continue;
    total += found.size;
    if (total > limits.bytes) throw tooMuch(folder);
    try {
      read.texts.set(name, decodeText(await readFile(join(folder, name))));
    } catch (thrown) {
      read.unreadable.push({ path: name, reason: reasonFor(name, thrown) });
    }
  }
  return read;
}

/** The same for texts that differ only in how their lines end or in a byte order mark. */
export function hashOfText(text: string): string {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  return createHash('sha256').update(plain).digest('hex');
}

const isTextName = (name: string) => /^[^.].*\.md$/iu.test(name);

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    throw toFolderError(thrown, folder);
  }
}

/** What went wrong with a folder as a sentence for people; anything else is returned as it came. */
export function toFolderError(thrown: unknown, folder: string): unknown {
  switch (errnoOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new DatelineError(
        'not-found',
        `There is no folder “${folder}”.`,
        'Make it, or choose another one.',
      );
    case 'EACCES':
    case 'EPERM':
      return new DatelineError('read-only', `Dateline may not use “${folder}”.`, 'Allow it, then try again.');
    default:
      return thrown;
  }
}

function reasonFor(name: string, thrown: unknown): string {
  if (thrown instanceof DatelineError) return `“${name}” is not a text that Dateline reads.`;
  // Another program may hold it for a moment.
  if (errnoOf(thrown) !== undefined) return `“${name}” could not be read just now.`;
  throw thrown;
}

function tooMuch(folder: string): DatelineError {
  return new DatelineError(
    'file-too-large',
    `The texts in “${folder}” are larger than ${limits.bytes / 1_000_000} MB, the most a narrative may have.`,
    'Take out what does not belong to the narrative.',
  );
}
