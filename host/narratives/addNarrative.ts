import { type NarrativeId, type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import type { LibraryStore } from '../../storage/libraryStore';
import { newMeta } from './draftNarrative';
import { newNarrativeFile } from './sharedNarrative';

/** Writes content as a new narrative of its own id and time; whatever else is given about it is kept. */
export type AddNarrative = (content: NarrativeContent, given: Partial<NarrativeMeta>) => Promise<NarrativeId>;

export interface AddNarrativeOptions {
  store: LibraryStore;
  now: () => Date;
  newId: () => string;
  /** Hears of the narrative once it is durable. */
  onAdded: (id: NarrativeId) => void;
}

export function createAddNarrative({ store, now, newId, onAdded }: AddNarrativeOptions): AddNarrative {
  return async (content, given) => {
    const id = narrativeIdSchema.parse(newId());
    const file = newNarrativeFile(newMeta(id, now(), given), content);
    await store.write(file);
    onAdded(id);
    return id;
  };
}
