import type { NarrativeSummary } from '../../../core/api/shapes';
import type { NarrativeId, NarrativeStage } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { showToast } from '../../ui/showToast';

/** What can be done to a narrative from outside; the first failure is kept until the next try. */
export function useNarrativeActions(onOpen: (id: NarrativeId) => void) {
  const trash = useAction('narratives.trash');
  const restore = useAction('narratives.restore');
  const duplicate = useAction('narratives.duplicate');
  const updateMeta = useAction('narratives.updateMeta');
  const actions = [trash, restore, duplicate, updateMeta];

  return {
    error: actions.find((action) => action.error)?.error ?? null,
    moveToTrash: ({ meta }: NarrativeSummary) =>
      trash.mutate(
        { id: meta.id },
        {
          onSuccess: () =>
            showToast({
              message: 'Moved to the trash. It stays for 30 days.',
              action: { label: 'Undo', run: () => restore.mutate({ id: meta.id }) },
            }),
        },
      ),
    duplicate: ({ meta }: NarrativeSummary) =>
      duplicate.mutate(
        { id: meta.id },
        {
          onSuccess: (copy) =>
            showToast({ message: 'Copied', action: { label: 'Open', run: () => onOpen(copy.id) } }),
        },
      ),
    setStage: ({ meta }: NarrativeSummary, stage: NarrativeStage) =>
      updateMeta.mutate({ id: meta.id, patch: { stage } }),
  };
}

export type NarrativeActions = ReturnType<typeof useNarrativeActions>;
