import { importLimitBytes } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import { attachedName } from '../../core/evidence/sourceLine';
import type { SharedState } from '../../core/format/narrativeFile';
import { readHtml } from '../../core/import/html/readHtml';
import type { ImportedNarrative, Placing } from '../../core/import/importedNarrative';
import { printable } from '../../core/import/printable';
import { readMarkdown, readPlainText } from '../../core/import/readText';
import type { NarrativeId } from '../../core/narrative/meta';
import { partKeys } from '../../core/narrative/parts';
import { type RichNode, stringAttr } from '../../core/narrative/richText';
import { decodeHtml, decodeText } from './decodeText';
import { readDocx } from './docx/readDocx';
import { wrongType } from './otherKinds';
import { readPackage } from './readPackage';

/** A picture that came with a text, by the name the text calls it. */
export interface GivenPicture {
  name: string;
  bytes: Uint8Array;
}

export interface ImportedFile extends ImportedNarrative {
  pictures: GivenPicture[];
  /** The narrative that the file is a copy of; null for a text that was never one. */
  original: (SharedState & { id: NarrativeId }) | null;
}

/** What a text names and does not hold. */
export interface NeighbourNames {
  pictures: readonly string[];
  /** Scenes and SVG of its screens, which are no pictures by themselves. */
  drawings: readonly string[];
}

export interface ImportSource {
  fileName: string;
  bytes: Uint8Array;
  placing?: Placing;
  /** Reads files that lie outside of this one, by the names it calls them; absent where there are none. */
  readPictures?: (names: NeighbourNames) => Promise<GivenPicture[]>;
}

type Reader = (
  bytes: Uint8Array,
  placing: Placing | undefined,
  fileName: string,
) => ImportedFile | Promise<ImportedFile>;

const fromText = (read: (text: string, placing?: Placing) => ImportedNarrative): Reader => {
  return (bytes, placing) => ({ ...read(decodeText(bytes), placing), pictures: [], original: null });
};

function readPage(bytes: Uint8Array, placing?: Placing): ImportedFile {
  const { embedded, ...read } = readHtml(decodeHtml(bytes), placing);
  const pictures = embedded.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
  return { ...read, pictures, original: null };
}

const readers: Readonly<Record<string, Reader>> = {
  md: fromText(readMarkdown),
  markdown: fromText(readMarkdown),
  txt: fromText(readPlainText),
  text: fromText(readPlainText),
  docx: readDocx,
  html: readPage,
  htm: readPage,
  dateline: readPackage,
};

/**
 * Reads a file from outside. Throws `file-too-large`, `file-wrong-type`, `file-not-text`, `file-damaged`,
 * `file-from-future` or `unknown-content`; the file itself is never changed.
 */
export async function importFile({
  fileName,
  bytes,
  placing,
  readPictures,
}: ImportSource): Promise<ImportedFile> {
  if (bytes.length > importLimitBytes) throw tooLarge(bytes.length);
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const read = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!read) throw wrongType(extension);
  const imported = await read(bytes, placing, fileName);
  return bringAlong({ ...imported, title: imported.title || titleOfFile(fileName) }, readPictures);
}

/** The name of a file as words: `Halftin_press-release.md` is “Halftin press release”. */
function titleOfFile(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, '').replace(/_+/g, ' ');
  // Where words have spaces between them already, a hyphen is part of a word.
  return (/\s/.test(fileName) ? name : name.replace(/(?<=[\p{L}\p{N}])-+(?=[\p{L}\p{N}])/gu, ' ')).trim();
}

/** The same with the pictures that lie beside it; what did not come along is told as a doubt. */
export async function bringAlong(
  imported: ImportedFile,
  readPictures: ImportSource['readPictures'],
): Promise<ImportedFile> {
  const missing = missingPictures(imported);
  const names = { pictures: missing, drawings: missingDrawings(imported) };
  const found = imported.original ? [] : ((await readPictures?.(names)) ?? []);
  const lost = missing.filter((name) => !found.some((file) => file.name === name)).length;
  const pictures = [...imported.pictures, ...found];
  const doubts = [...imported.doubts, ...ownDoubts(imported, lost), ...attachmentDoubts(imported)];
  return { ...imported, pictures, doubts };
}

function ownDoubts({ parts }: ImportedFile, missing: number): string[] {
  const doubts: string[] = [];
  if (parts.length === 0) doubts.push('No words were found in this file.');
  if (missing === 1)
    doubts.push('The text shows a picture that is not in the file. Drop it in again where the note stands.');
  if (missing > 1)
    doubts.push(
      `The text shows ${missing} pictures that are not in the file. Drop them in again where the notes stand.`,
    );
  return doubts;
}

/** Source cards whose files did not come along: a text can name them, but cannot hold them. */
function attachmentDoubts({ content, pictures }: ImportedFile): string[] {
  const brought = new Set(pictures.map(({ name }) => name));
  const missing = Object.values(content.evidence).filter(({ asset }) => asset !== '' && !brought.has(asset));
  return missing.slice(0, 5).map((record) => {
    const name = printable(attachedName(record));
    return `A source card names a file (${name}) that did not come along. Attach it again if you have it.`;
  });
}

/** Names of the pictures that the text shows and the file does not hold, each once. */
function missingPictures({ content, pictures }: ImportedFile): string[] {
  const brought = new Set(pictures.map(({ name }) => name));
  const shown = partKeys.flatMap((part) => pictureNames(content.parts[part]));
  const drawn = Object.values(content.screens).flatMap(({ picture }) => (picture ? [picture.png] : []));
  return [...new Set([...shown, ...drawn])].filter((name) => !brought.has(name));
}

/** Files that screens are drawn on with, each once; without them a screen still shows, so that nobody is told. */
function missingDrawings({ content, pictures }: ImportedFile): string[] {
  const brought = new Set(pictures.map(({ name }) => name));
  const drawn = Object.values(content.screens).flatMap(({ picture }) =>
    picture ? [picture.scene, picture.svg] : [],
  );
  return [...new Set(drawn)].filter((name) => name !== '' && !brought.has(name));
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
