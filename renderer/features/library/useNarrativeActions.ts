import { useMemo } from 'react';
import type { NarrativeSummary } from '../../../core/api/shapes';
import type { NarrativeId, NarrativeStage } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { showToast } from '../../ui/showToast';

/** What can be done to a narrative from outside. */
export interface NarrativeActions {
  moveToTrash(summary: NarrativeSummary): void;
  duplicate(summary: NarrativeSummary): void;
  setStage(summary: NarrativeSummary, stage: NarrativeStage): void;
}

/** The actions, the same object as long as `onOpen` is; the first failure is kept until the next try. */
export function useNarrativeActions(onOpen: (id: NarrativeId) => void) {
  const trash = useAction('narratives.trash');
  const restore = useAction('narratives.restore');
  const duplicate = useAction('narratives.duplicate');
  const updateMeta = useAction('narratives.updateMeta');
  const error = [trash, restore, duplicate, updateMeta].find((action) => action.error)?.error ?? null;
  const { mutate: moveToTrash } = trash;
  const { mutate: putBack } = restore;
  const { mutate: copy } = duplicate;
  const { mutate: update } = updateMeta;

  const actions = useMemo((): NarrativeActions => {
    const undo = (id: NarrativeId) => ({ label: 'Undo', run: () => putBack({ id }) });
    const open = (id: NarrativeId) => ({ label: 'Open', run: () => onOpen(id) });
    return {
      moveToTrash({ meta: { id } }) {
        const message = 'Moved to the trash. It stays for 30 days.';
        moveToTrash({ id }, { onSuccess: () => showToast({ message, action: undo(id) }) });
      },
      duplicate({ meta: { id } }) {
        copy({ id }, { onSuccess: (made) => showToast({ message: 'Copied', action: open(made.id) }) });
      },
      setStage: ({ meta: { id } }, stage) => update({ id, patch: { stage } }),
    };
  }, [moveToTrash, putBack, copy, update, onOpen]);
  return { error, actions };
}
