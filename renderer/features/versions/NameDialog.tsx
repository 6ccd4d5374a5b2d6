import { Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import { DialogActs } from '../../ui/DialogActs';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Versions.module.css';

interface NameDialogProps {
  title: string;
  name: string;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
}

/** Asks what a version is to be called. */
export function NameDialog({ title, name: known, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(known);
  const [error, setError] = useState<DatelineError | null>(null);
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await onName(name.trim());
      onClose();
    } catch (thrown) {
      setError(toDatelineError(thrown));
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size={480}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <TextInput
          label="Name"
          description="Such as “Before the board” or “Sent to Leeds”. A version with a name is kept for good."
          data-autofocus
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error && <ErrorNotice error={error} />}
        <DialogActs isDisabled={name.trim() === ''} onCancel={onClose}>
          Keep this name
        </DialogActs>
      </form>
    </Modal>
  );
}
