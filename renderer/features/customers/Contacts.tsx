import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';
import { nearDay } from '../../ui/dates';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { showToast } from '../../ui/showToast';
import { useAttempt } from '../../ui/useAttempt';
import classes from './Customers.module.css';

export type Contact = Pick<ReviewRecordOf<'customerContact'>, 'id' | 'at' | 'name' | 'contact'>;

interface ContactsProps {
  contacts: readonly Contact[];
  /** Resolves once it is gone from the file. */
  onRemove: (id: string) => Promise<void>;
}

/** Customers who chose to say who they are, apart from what they answered. */
export function Contacts({ contacts, onRemove }: ContactsProps) {
  const [leaving, setLeaving] = useState<Contact | null>(null);
  const now = new Date();
  return (
    <section className={classes.list} aria-labelledby="contacts-title">
      <h2 id="contacts-title">Who may be asked again</h2>
      {contacts.length === 0 && <p className={classes.quiet}>Nobody has said who they are. Nobody has to.</p>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span>
              <b>{contact.name === '' ? 'No name' : contact.name}</b> {contact.contact}
            </span>
            <span className={classes.verdict}>{nearDay(new Date(contact.at), now)}</span>
            <Button
              size="xs"
              variant="default"
              aria-label={`Remove ${nameOf(contact)}`}
              onClick={() => setLeaving(contact)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {leaving && <RemoveDialog contact={leaving} onRemove={onRemove} onClose={() => setLeaving(null)} />}
    </section>
  );
}

const nameOf = ({ name, contact }: Contact): string => name || contact || 'this contact';

interface RemoveDialogProps extends Pick<ContactsProps, 'onRemove'> {
  contact: Contact;
  onClose: () => void;
}

/** Says what goes and what stays, since nothing brings it back. */
function RemoveDialog({ contact, onRemove, onClose }: RemoveDialogProps) {
  const { isBusy, error, attempt } = useAttempt();
  const remove = () =>
    attempt(
      () => onRemove(contact.id),
      () => {
        showToast({ message: 'Removed' });
        onClose();
      },
    );
  return (
    <Modal opened onClose={onClose} title={`Remove ${nameOf(contact)}?`}>
      <p>
        The name and the address are deleted from this narrative. They do not come back, even when an older
        copy or packet is merged. The answers stay, without a name.
      </p>
      <p className={`${classes.quiet} ${classes.note}`}>
        Automatic backups from before still hold them until newer ones take their place, ten at most, and so
        does every copy that you gave away.
      </p>
      {error && <ErrorNotice error={error} />}
      <div className={classes.acts}>
        <Button variant="danger" onClick={remove} loading={isBusy}>
          Remove
        </Button>
        <Button variant="subtle" onClick={onClose} data-autofocus>
          Keep
        </Button>
      </div>
    </Modal>
  );
}
