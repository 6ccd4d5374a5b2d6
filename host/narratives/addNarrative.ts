import type { SharedState } from '../../core/format/narrativeFile';
import { type NarrativeId, type NarrativeMeta, narrativeIdSchema } from '../../core/narrative/meta';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import type { LibraryStore } from '../../storage/libraryStore';
import { newMeta } from './draftNarrative';
import { newNarrativeFile } from './sharedNarrative';

/** A shared document that exists already, and the narrative it was copied from. */
export interface CopiedState extends SharedState {
  originalId: NarrativeId | null;
}

/**
 * Writes content as a narrative that begins now; whatever else is given about it is kept. A copy keeps the id of
 * its original where the library has no such narrative, and gets one of its own where it has.
 */
export type AddNarrative = (
  content: NarrativeContent,
  given: Partial<NarrativeMeta>,
  copied?: CopiedState,
) => Promise<NarrativeId>;

export interface AddNarrativeOptions {
  store: LibraryStore;
  now: () => Date;
  newId: () => string;
  /** Hears of the narrative once it is durable. */
  onAdded: (id: NarrativeId) => void;
}

export function createAddNarrative({ store, now, newId, onAdded }: AddNarrativeOptions): AddNarrative {
  const isFree = (id: NarrativeId) => !store.has(id) && store.listTrash().every((entry) => entry.id !== id);

  return async (content, given, copied) => {
    const original = copied?.originalId ?? null;
    const id = original !== null && isFree(original) ? original : narrativeIdSchema.parse(newId());
    const meta = newMeta(id, now(), given);
    const file = copied
      ? { meta, content, yjs: copied.yjs, review: copied.review }
      : newNarrativeFile(meta, content);
    await store.write(file);
    onAdded(id);
    return id;
  };
}
