import { Button, Modal } from '@mantine/core';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { nearTime } from '../../ui/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './BackupsDialog.module.css';

export interface BackupsDialogProps {
  id: NarrativeId;
  /** A backup was restored as a narrative of its own. */
  onRestored: (copy: NarrativeId) => void;
  onClose: () => void;
}

/** The automatic backups of a narrative. Restoring makes a new narrative, so nothing is written over. */
export function BackupsDialog({ id, onRestored, onClose }: BackupsDialogProps) {
  const backups = useOperation('narratives.backups', { id });
  const restore = useAction('narratives.restoreBackup');
  const now = new Date();
  return (
    <Modal opened onClose={onClose} title="Backups" size={520}>
      <p className={classes.lede}>
        Dateline keeps three of today and one a day, ten at most. A backup is restored as a copy; this
        narrative stays as it is.
      </p>
      {backups.error && <ErrorNotice error={backups.error} onRetry={() => void backups.refetch()} />}
      {restore.error && <ErrorNotice error={restore.error} />}
      {backups.data?.length === 0 && (
        <EmptyState line="No backup yet." quiet="The first is taken soon after you write something." />
      )}
      <ul className={classes.list}>
        {backups.data?.map((backup) => (
          <li key={backup.name}>
            <span className={classes.when}>{nearTime(new Date(backup.takenAt), now)}</span>
            <span className={classes.words}>{backup.words} words</span>
            <Button
              variant="default"
              size="xs"
              aria-label={`Restore as a copy the backup of ${nearTime(new Date(backup.takenAt), now)}`}
              loading={restore.isPending && restore.variables.name === backup.name}
              onClick={() =>
                restore.mutate({ id, name: backup.name }, { onSuccess: (copy) => onRestored(copy.id) })
              }
            >
              Restore as a copy
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
