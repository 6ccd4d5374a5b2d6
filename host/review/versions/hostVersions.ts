import type { NarrativeId } from '../../../core/narrative/meta';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { OpenNarratives } from '../../narratives/openNarratives';
import { SessionKeeper } from './sessionKeeper';
import { createVersionComparer } from './versionComparer';
import { versionHandlers } from './versionHandlers';

export interface HostVersionsOptions {
  store: LibraryStore;
  narratives: Pick<OpenNarratives, 'peek'>;
  /** Who works here, as the settings say. */
  author: () => string;
  workers: URL | string;
  now: () => Date;
  report: (thrown: unknown) => void;
}

/** The timeline of every narrative: what people and Dateline itself keep of it, and what is compared. */
export interface HostVersions {
  handlers: ReturnType<typeof versionHandlers>;
  /** Hears of a narrative that was written. */
  changed(id: NarrativeId): void;
  close(): Promise<void>;
}

export function createHostVersions(options: HostVersionsOptions): HostVersions {
  const comparer = createVersionComparer(options.workers);
  const sessions = new SessionKeeper({ ...options, versions: options.store.versions });
  return {
    handlers: versionHandlers({ ...options, comparer }),
    changed: (id) => sessions.changed(id),
    async close() {
      await sessions.close();
      await comparer.close();
    },
  };
}
