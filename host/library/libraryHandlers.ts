import type { Handlers } from '../../core/api/dispatch';
import type { LibraryStore } from '../../storage/libraryStore';
import type { LibrarySearch } from '../search/librarySearch';
import { listLibrary } from './listLibrary';

const trashDays = 30;

/** The library as a whole: its list, its search, its trash and what it has to tell. */
export function libraryHandlers(store: LibraryStore, search: LibrarySearch) {
  return {
    'library.list': async (input) => {
      // Whoever looks at the list may search it next.
      search.warmUp();
      return {
        ...listLibrary(store.summaries(), input),
        trashCount: store.listTrash().length,
        folder: store.folder,
        lastBackupAt: store.lastBackupAt(),
        notices: store.notices(),
      };
    },
    'library.search': ({ query, limit }) => search.find(query, limit),
    'library.trash': async () =>
      store.listTrash().map((entry) => ({ ...entry, erasedOn: addDays(entry.trashedAt, trashDays) })),
    'library.dismissNotices': async ({ notice }) => {
      store.dismissNotices(notice);
      return {};
    },
  } satisfies Partial<Handlers>;
}

function addDays(time: string, days: number): string {
  const date = new Date(time);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString();
}
