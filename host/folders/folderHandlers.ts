import { basename } from 'node:path';
import type { Handlers } from '../../core/api/dispatch';
import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import type { Jobs } from '../jobs/jobs';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { HostPorts } from '../ports';
import { folderDocument } from './exportForFolder';
import type { FolderTranslator } from './folderTranslator';
import type { Mirrors } from './mirror/mirrors';
import { refuseRelative, writeFolder } from './writeFolder';

export interface FolderHandlersOptions {
  store: LibraryStore;
  narratives: Pick<OpenNarratives, 'peek'>;
  jobs: Jobs;
  translator: FolderTranslator;
  mirrors: Mirrors;
  ports: Pick<HostPorts, 'folderDialog' | 'now'>;
  /** Who works here, as the settings say. */
  author: () => string;
}

/** Narratives as folders of Markdown files: written once, or kept up from now on. */
export function folderHandlers({
  store,
  narratives,
  jobs,
  translator,
  mirrors,
  ports,
  author,
}: FolderHandlersOptions) {
  async function write(id: NarrativeId, folder: string, replace: boolean) {
    refuseRelative(folder);
    const file = await narratives.peek(id);
    const name = basename(folder).slice(0, 200);
    await store.versions.keep(file, { reason: 'export', name, by: author() });
    const document = await folderDocument(file, { store, now: ports.now });
    const { exported, warnings } = await translator.writeTelling(document);
    await writeFolder({ folder, id, exported, files: store, replace });
    return { folder, warnings };
  }
  return {
    'exports.folder': ({ id, folder, replace, job }) => jobs.run(job, () => write(id, folder, replace)),
    'folders.choose': async () => ({ folder: (await ports.folderDialog?.()) ?? null }),
    'mirrors.read': ({ id }) => mirrors.state(id),
    'mirrors.set': ({ id, folder }) => mirrors.set(id, folder),
    'mirrors.sync': ({ id }) => mirrors.sync(id),
  } satisfies Partial<Handlers>;
}
