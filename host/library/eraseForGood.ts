import { createClient } from '../../core/api/client';
import type { Dispatch } from '../../core/api/dispatch';
import type { NarrativeId } from '../../core/narrative/meta';
import type { ErasureProof, LibraryStore } from '../../storage/libraryStore';
import type { EventHub } from '../events/eventHub';
import type { LibrarySearch } from '../search/librarySearch';

export interface ErasePorts {
  store: LibraryStore;
  search: LibrarySearch;
  hub: EventHub;
  dispatch: Dispatch;
}

/** Puts a narrative away wherever it is open, and erases all that is kept of it. Throws `narrative-gone`. */
export async function eraseForGood(id: NarrativeId, ports: ErasePorts): Promise<ErasureProof> {
  const { store, search, hub, dispatch } = ports;
  const isInTrash = store.listTrash().some((entry) => entry.id === id);
  if (!isInTrash) await createClient(dispatch)('narratives.trash', { id });
  const proof = await store.eraseForGood(id);
  search.removed(id);
  hub.emit({ event: 'library.changed', data: {} });
  return proof;
}
