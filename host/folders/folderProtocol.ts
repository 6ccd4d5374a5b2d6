import type { ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import type { ExportedFolder, PartNames } from '../../core/export/folder/exportFolder';
import type { ReadFolder } from '../../core/import/folder/readFolder';

export type FolderTask =
  /** Writes the texts of a folder; parts whose files somebody renamed keep those names. Telling of losses takes longer. */
  | { kind: 'write'; document: ExportDocument; names: PartNames; tells: boolean }
  /** Reads the texts of one folder at two moments. */
  | { kind: 'read'; was: ReadonlyMap<string, string>; now: ReadonlyMap<string, string> };

export type FolderAnswer =
  | { kind: 'write'; exported: ExportedFolder; warnings: ExportWarning[] }
  | { kind: 'read'; was: ReadFolder; now: ReadFolder };
