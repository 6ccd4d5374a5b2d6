import type { Handlers } from '../../../core/api/dispatch';
import { DatelineError } from '../../../core/api/errors';
import type { ContentVersion } from '../../../core/format/contentVersion';
import type { NarrativeFile } from '../../../core/format/narrativeFile';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { LibraryStore } from '../../../storage/libraryStore';
import { narrativeGone } from '../../narratives/narrativeErrors';
import type { OpenNarratives } from '../../narratives/openNarratives';

export interface VersionHandlersOptions {
  store: LibraryStore;
  narratives: Pick<OpenNarratives, 'peek'>;
  /** Who works here, as the settings say. */
  author: () => string;
}

/** The timeline of a narrative: what it said before, when, and why that was kept. */
export function versionHandlers({ store, narratives, author }: VersionHandlersOptions) {
  const { versions } = store;
  return {
    'versions.list': async ({ id }) => {
      if (!store.has(id)) throw narrativeGone();
      return versions.entries(id);
    },
    'versions.keep': async ({ id, reason, name }) =>
      versions.keep(await narratives.peek(id), { reason, name, by: author() }),
    'versions.rename': async ({ id, entry, name }) => {
      const renamed = await versions.rename(id, entry, name);
      if (renamed === null) throw versionGone();
      return renamed;
    },
    'versions.read': async ({ id, version }) => {
      const { meta, content } = await readKept(versions, id, version);
      return { meta, content };
    },
  } satisfies Partial<Handlers>;
}

/** The narrative as it stood in a version. Throws `not-found` where that is not kept any more or cannot be read. */
async function readKept(
  versions: Pick<LibraryStore['versions'], 'read'>,
  id: NarrativeId,
  version: ContentVersion,
): Promise<NarrativeFile> {
  const file = await versions.read(id, version);
  if (file === null) throw versionGone();
  return file;
}

const versionGone = () =>
  new DatelineError(
    'not-found',
    'This version is not kept here any more, or cannot be read.',
    'Choose another version. The narrative itself is as it was.',
  );
