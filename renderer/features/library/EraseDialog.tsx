import { Button, Modal } from '@mantine/core';
import type { Output } from '../../../core/api/contract';
import { useAction } from '../../client/useAction';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/showToast';
import classes from './TrashList.module.css';

interface EraseDialogProps {
  item: Output<'library.trash'>[number] | null;
  onClose: () => void;
}

/** Asks before the one act that nothing can take back. */
export function EraseDialog({ item, onClose }: EraseDialogProps) {
  const erase = useAction('narratives.erase');
  if (!item) return null;
  const eraseItem = () =>
    erase.mutate(
      { id: item.id },
      {
        onSuccess: () => {
          showToast({ message: 'Erased' });
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title="Erase it for good?">
      <p>“{item.heading}” and its backups are deleted from this computer. This cannot be undone.</p>
      {erase.error && <ErrorNotice error={erase.error} />}
      <div className={classes.acts}>
        <Button variant="danger" onClick={eraseItem} loading={erase.isPending}>
          Erase
        </Button>
        <Button variant="subtle" onClick={onClose} data-autofocus>
          Keep it in the trash
        </Button>
      </div>
    </Modal>
  );
}
