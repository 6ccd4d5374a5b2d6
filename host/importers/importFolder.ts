import { basename, join } from 'node:path';
import { DatelineError } from '../../core/api/errors';
import { cardFileName, type FolderCard } from '../../core/import/folder/folderCard';
import { readFolder } from '../../core/import/folder/readFolder';
import { readFolderTexts } from '../folders/folderTexts';
import { bringAlong, type GivenPicture, type ImportedFile, type NeighbourNames } from './importFile';
import { readNeighbourFiles } from './neighbourFiles';

/**
 * Reads a folder of Markdown files as it is written by an export. Throws `file-wrong-type` for a folder without a
 * text of ours, and what `readFolderTexts` throws; nothing in the folder is changed.
 */
export async function importFolder(folder: string): Promise<ImportedFile> {
  const { texts, unreadable } = await readFolderTexts(folder);
  const read = readFolder(texts);
  if (!read.card && Object.keys(read.fileOf).length === 0) throw noNarrative(folder);
  const notTaken = [...read.refused, ...unreadable].map(({ reason }) => `${reason} It was not taken.`);
  const { card, fileOf: _fileOf, refused: _refused, ...narrative } = read;
  const title = read.title || basename(folder);
  const doubts = [...notTaken, ...read.doubts];
  return bringAlong({ ...narrative, title, doubts, pictures: [], original: null }, (names) =>
    readPictures(folder, card, names),
  );
}

/** Drawings lie in the folder under names for people; everything else is looked for as beside any text. */
async function readPictures(
  folder: string,
  card: FolderCard | null,
  { pictures, drawings }: NeighbourNames,
): Promise<GivenPicture[]> {
  const files = new Map(Object.entries(card?.pictures ?? {}).map(([path, asset]) => [asset, path]));
  const pathOf = (name: string) => files.get(name) ?? name;
  const found = await readNeighbourFiles(join(folder, cardFileName), {
    pictures: pictures.map(pathOf),
    drawings: drawings.map(pathOf),
  });
  const bytesOf = new Map(found.map(({ name, bytes }) => [name, bytes]));
  return [...pictures, ...drawings].flatMap((name) => {
    const bytes = bytesOf.get(pathOf(name));
    return bytes ? [{ name, bytes }] : [];
  });
}

function noNarrative(folder: string): DatelineError {
  return new DatelineError(
    'file-wrong-type',
    `“${folder}” holds no narrative. Nothing was changed.`,
    `Choose a folder with a “${cardFileName}” in it, or a single file.`,
  );
}
