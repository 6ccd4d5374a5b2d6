import type { Notice } from '../../../core/api/shapes';
import type { ReadFolder } from '../../../core/import/folder/readFolder';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { OpenNarratives } from '../../narratives/openNarratives';
import type { FolderTranslator } from '../folderTranslator';

/** Texts of a folder as they were written and as they stand now. */
export interface FolderEdit {
  was: ReadFolder;
  now: ReadFolder;
  /** Files that somebody changed. */
  paths: readonly string[];
}

/** What came of texts that somebody changed. */
export interface TakenEdit {
  /** Suggestions by the file that they came from, those that were there already included. */
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** How many of them are new. */
  added: number;
  /** What could not become a suggestion, one sentence each. */
  doubts: string[];
}

export interface MirrorPorts {
  store: LibraryStore;
  narratives: Pick<OpenNarratives, 'peek'>;
  translator: FolderTranslator;
  now: () => Date;
  /** Makes changes to review of what somebody wrote in a folder. */
  takeEdit: (id: NarrativeId, edit: FolderEdit) => Promise<TakenEdit>;
  /** Suggestions of a narrative that nobody decided yet. */
  undecided: (id: NarrativeId) => Promise<ReadonlySet<string>>;
  tell: (notice: Notice) => void;
}
