import type { Handlers } from '../../../core/api/dispatch';
import { DatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { Comparison } from '../../../core/review/versions/comparison';
import type { LibraryStore } from '../../../storage/libraryStore';
import { narrativeGone } from '../../narratives/narrativeErrors';
import type { OpenNarratives } from '../../narratives/openNarratives';
import type { CompareTask } from './compareProtocol';
import type { VersionComparer } from './versionComparer';

export interface VersionHandlersOptions {
  store: LibraryStore;
  narratives: Pick<OpenNarratives, 'peek'>;
  comparer: Pick<VersionComparer, 'compare'>;
  /** Who works here, as the settings say. */
  author: () => string;
}

/** The timeline of a narrative: what it said before, when and why that was kept, and what is different by now. */
export function versionHandlers(options: VersionHandlersOptions) {
  const { store, narratives, author } = options;
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
      const file = await versions.read(id, version);
      if (file === null) throw versionGone();
      return { meta: file.meta, content: file.content };
    },
    ...comparingHandlers(options),
  } satisfies Partial<Handlers>;
}

function comparingHandlers({ store, narratives, comparer, author }: VersionHandlersOptions) {
  const { versions } = store;
  const compare = async (
    id: NarrativeId,
    { was, now }: Pick<CompareTask, 'was' | 'now'>,
  ): Promise<Comparison> => {
    const comparison = await comparer.compare({ library: store.folder, id, was, now });
    if (comparison === null) throw versionGone();
    return comparison;
  };
  return {
    'versions.compare': async ({ id, was, now }) =>
      compare(id, { was, now: now ?? (await narratives.peek(id)).content }),
    'versions.sinceRead': async ({ id }) => {
      const { content } = await narratives.peek(id);
      const mark = await versions.lastRead(id, author());
      if (mark === null) return { read: null };
      const { changes } = await compare(id, { was: mark.version, now: content });
      const { version, at, draft } = mark;
      return { read: { version, at, draft, changes } };
    },
    'versions.markRead': async ({ id }) => {
      await versions.markRead(await narratives.peek(id), author());
      return {};
    },
  } satisfies Partial<Handlers>;
}

const versionGone = () =>
  new DatelineError(
    'not-found',
    'This version is not kept here any more, or cannot be read.',
    'Choose another version. The narrative itself is as it was.',
  );
