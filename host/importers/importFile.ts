import { importLimitBytes } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { ImportedNarrative } from '../../core/import/importedNarrative';
import { readMarkdown, readPlainText } from '../../core/import/readText';
import { partKeys } from '../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../core/narrative/richText';
import { decodeText } from './decodeText';
import { readPackage } from './readPackage';

export interface ImportedFile extends ImportedNarrative {
  /** Pictures that came in the file, by the name the text calls them. */
  assets: { name: string; bytes: Uint8Array; mime: string }[];
}

type Reader = (bytes: Uint8Array) => ImportedFile;

const fromText = (read: (text: string) => ImportedNarrative): Reader => {
  return (bytes) => ({ ...read(decodeText(bytes)), assets: [] });
};

const readers: Readonly<Record<string, Reader>> = {
  md: fromText(readMarkdown),
  markdown: fromText(readMarkdown),
  txt: fromText(readPlainText),
  text: fromText(readPlainText),
  dateline: readPackage,
};

/**
 * Reads a file from outside. Throws `file-too-large`, `file-wrong-type`, `file-not-text`, `file-damaged`,
 * `file-from-future` or `unknown-content`; the file itself is never changed.
 */
export async function importFile(source: { fileName: string; bytes: Uint8Array }): Promise<ImportedFile> {
  const { fileName, bytes } = source;
  if (bytes.length > importLimitBytes) throw tooLarge(bytes.length);
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const read = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!read) throw wrongType(extension);
  const imported = read(bytes);
  const title = imported.title || fileName.replace(/\.[^.]*$/, '');
  return { ...imported, title, doubts: [...imported.doubts, ...ownDoubts(imported)] };
}

function ownDoubts(imported: ImportedFile): string[] {
  const doubts: string[] = [];
  if (imported.parts.length === 0) doubts.push('No words were found in this file.');
  const brought = new Set(imported.assets.map(({ name }) => name));
  const missing = partKeys
    .flatMap((part) => pictureNames(imported.content.parts[part]))
    .filter((name) => !brought.has(name));
  if (missing.length === 1)
    doubts.push('The text shows a picture that is not in the file. Drop it in again where the note stands.');
  if (missing.length > 1)
    doubts.push(
      `The text shows ${missing.length} pictures that are not in the file. Drop them in again where the notes stand.`,
    );
  return doubts;
}

function pictureNames(node: RichNode): string[] {
  const own = node.type === 'image' ? [stringAttr(node, 'asset')] : [];
  return [...own, ...(node.content ?? []).flatMap(pictureNames)];
}

function tooLarge(size: number): DatelineError {
  const megabytes = (count: number) => Math.ceil(count / 1_000_000);
  return new DatelineError(
    'file-too-large',
    `This file has ${megabytes(size)} MB; the limit is ${megabytes(importLimitBytes)} MB. Nothing was changed.`,
    'Split it, or take large pictures out first.',
  );
}

function wrongType(extension: string): DatelineError {
  const known = 'Dateline reads Markdown (.md), plain text (.txt) and .dateline files.';
  if (extension === 'docx' || extension === 'html' || extension === 'htm') {
    const kind = extension === 'docx' ? 'Word files' : 'Web pages';
    return new DatelineError(
      'file-wrong-type',
      `${kind} cannot be imported yet. Nothing was changed.`,
      'Save it as plain text or Markdown and import that.',
    );
  }
  return new DatelineError(
    'file-wrong-type',
    `${known} Nothing was changed.`,
    'Save the text as one of these.',
  );
}
