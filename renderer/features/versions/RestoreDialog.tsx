import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { VersionEntry } from '../../../core/review/versions/versionEntry';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Versions.module.css';
import { factsLine, reasonWords } from './versionWords';

interface RestoreDialogProps {
  entry: VersionEntry;
  onRestore: () => Promise<void>;
  onClose: () => void;
}

/** Says what a restore changes and what is safe, before it is done. */
export function RestoreDialog({ entry, onRestore, onClose }: RestoreDialogProps) {
  const [error, setError] = useState<DatelineError | null>(null);
  const [isRunning, setRunning] = useState(false);
  async function restore(): Promise<void> {
    setRunning(true);
    try {
      await onRestore();
      onClose();
    } catch (thrown) {
      setError(toDatelineError(thrown));
      setRunning(false);
    }
  }
  return (
    <Modal opened onClose={onClose} title="Restore this version?" size={520}>
      <p className={classes.restored}>
        <b>{reasonWords(entry)}</b>
        <br />
        {factsLine(entry, new Date())}
      </p>
      <ul className={classes.safe}>
        <li>The narrative will say exactly what this version says, in every open window.</li>
        <li>What it says now is kept as a version first, so no word is lost.</li>
        <li>Remarks and answers stay. Those whose words this version lacks are listed with their quote.</li>
        <li>“Undo” takes it back as a whole.</li>
      </ul>
      {error && <ErrorNotice error={error} />}
      <div className={classes.acts}>
        <Button loading={isRunning} onClick={() => void restore()} data-autofocus>
          Restore this version
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}
