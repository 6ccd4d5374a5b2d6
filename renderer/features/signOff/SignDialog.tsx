import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { DialogActs } from '../../ui/DialogActs';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAttempt } from '../../ui/useAttempt';
import { NameField } from './NameField';
import classes from './SigningForm.module.css';

interface SignDialogProps {
  part: PartKey;
  draft: number;
  /** '' where nobody is named in the settings. */
  author: string;
  /** Rejects with why it could not be kept. */
  onSign: (signed: { note: string; by: string }) => Promise<void>;
  onClose: () => void;
}

/** Signs one part as it stands, with a word to it. */
export function SignDialog({ part, draft, author, onSign, onClose }: SignDialogProps) {
  const [note, setNote] = useState('');
  const [name, setName] = useState(author);
  const [isAsked, setAsked] = useState(false);
  const { error, isBusy, attempt } = useAttempt();
  const isNamed = name.trim() !== '';
  return (
    <Modal opened onClose={onClose} title={`Sign ${partDefinitions[part].title}, draft ${draft}`} size={480}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isNamed) attempt(() => onSign({ note: note.trim(), by: name.trim() }));
        }}
      >
        <p className={classes.quiet}>
          You sign these words as they are now. When they change, everyone sees that your signature was for
          other words; when they come back, it holds again.
        </p>
        {author === '' && <NameField value={name} isMissing={isAsked && !isNamed} onChange={setName} />}
        <Textarea
          label="Note"
          description="What you want to say along with it. It may stay empty."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          data-autofocus={author === '' ? undefined : true}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {error && <ErrorNotice error={error} />}
        <DialogActs isBusy={isBusy} onCancel={onClose}>
          Sign draft {draft}
        </DialogActs>
      </form>
    </Modal>
  );
}
