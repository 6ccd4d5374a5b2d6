import { defaultExportOptions } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import type { ExportedFolder, PartNames } from '../../core/export/folder/exportFolder';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { LibraryStore } from '../../storage/libraryStore';
import { localDay } from '../clock/localDay';
import { gatherExportDocument } from '../exports/exportDocument';
import type { FolderTranslator } from './folderTranslator';

interface FolderExporting {
  translator: FolderTranslator;
  store: Pick<LibraryStore, 'hasAsset'>;
  now: () => Date;
}

/** The files of a narrative's folder. */
export async function exportForFolder(
  file: NarrativeFile,
  names: PartNames,
  exporting: FolderExporting,
): Promise<ExportedFolder> {
  return exporting.translator.write(await folderDocument(file, exporting), names);
}

/** What a folder is written from. Pictures are read when they are written, so they are not gathered here. */
export function folderDocument(
  file: NarrativeFile,
  { store, now }: Pick<FolderExporting, 'store' | 'now'>,
): Promise<ExportDocument> {
  return gatherExportDocument({
    ...{ file, options: defaultExportOptions, date: localDay(now()) },
    files: { readAsset: async () => null, hasAsset: (name) => store.hasAsset(name) },
    carriesFiles: false,
  });
}
