import type { Handlers } from '../../core/api/dispatch';
import type { Imported } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Emit } from '../events/eventHub';
import type { Exporter } from '../exporters/exportNarrative';
import type { Importer } from '../importers/importer';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { bringBack, type ReturnedFile } from '../returning/bringBack';
import { createVersionComparer } from '../review/versions/versionComparer';
import { folderHandlers } from './folderHandlers';
import { createFolderTranslator } from './folderTranslator';
import { Mirrors } from './mirror/mirrors';
import { takeEdit, undecided } from './mirror/takeEdit';

export interface HostFoldersOptions {
  store: LibraryStore;
  narratives: OpenNarratives;
  exporter: Exporter;
  importer: Importer;
  jobs: Jobs;
  emit: Emit;
  workers: URL | string;
  ports: HostPorts;
  /** Who works here, as the settings say. */
  author: () => string;
}

type FolderOperations = 'exports.folder' | 'folders.choose' | `mirrors.${'read' | 'set' | 'sync'}`;

/** Narratives that leave as files and come back: folders, mirrors, and copies that become changes to review. */
export interface HostFolders {
  handlers: Pick<Handlers, FolderOperations>;
  bringBack(file: ReturnedFile): Promise<Imported>;
  /** Hears of a narrative that was written. */
  changed(id: NarrativeId): void;
  close(): Promise<void>;
}

export function createHostFolders(options: HostFoldersOptions): HostFolders {
  const { store, narratives, exporter, importer, emit, workers, ports } = options;
  const { now } = ports;
  const translator = createFolderTranslator(workers);
  const comparer = createVersionComparer(workers);
  const taking = { narratives, now, comparer };
  const mirrors = new Mirrors({
    ...{ store, narratives, translator, now },
    takeEdit: (id, edit) => takeEdit(id, edit, taking),
    undecided: (id) => undecided(id, narratives),
    tell: (notice) => emit({ event: 'library.notice', data: store.tell(notice) }),
  });
  return {
    handlers: folderHandlers({ ...options, translator, mirrors }),
    bringBack: (file) => bringBack(file, { ...taking, store, translator, exporter, importer, files: store }),
    changed: (id) => mirrors.changed(id),
    async close() {
      await mirrors.close();
      await translator.close();
      await comparer.close();
    },
  };
}
