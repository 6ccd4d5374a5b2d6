import type { ExportedFolder } from '../../core/export/folder/exportFolder';
import type { StoredFiles } from '../exports/exportDocument';
import { hashOfAsset, type WantedFile } from './folderPlan';
import { hashOfText } from './folderTexts';

/** The files of an exported folder; pictures are read from the library when they are written. */
export function wantedFiles({ texts, pictures }: ExportedFolder, files: StoredFiles): WantedFile[] {
  const drawn = pictures.flatMap(({ path, asset }): WantedFile[] => {
    const hash = hashOfAsset(asset);
    return hash === null ? [] : [{ path, hash, bytes: () => files.readAsset(asset) }];
  });
  const written = texts.map(({ path, text }): WantedFile => {
    return { path, hash: hashOfText(text), bytes: async () => Buffer.from(text, 'utf8') };
  });
  // `narrative.json` speaks of all others, so it comes last.
  return [...drawn, ...written];
}
