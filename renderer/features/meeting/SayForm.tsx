import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import { ErrorNotice } from '../../ui/ErrorNotice';
import classes from './Meeting.module.css';

interface SayFormProps {
  label: string;
  placeholder: string;
  act: string;
  takesFocus?: boolean;
  /** Stands above the words, such as what they are about. */
  children?: ReactNode;
  /** Resolves once the words are durable. A second try comes with the same id, so that nothing stands twice. */
  onSend: (text: string, id: string) => Promise<void>;
  onCancel?: () => void;
}

const longest = 20_000;

/** Words to be kept. They stay in the field until they are for certain. */
export function SayForm(props: SayFormProps) {
  const { label, placeholder, act, takesFocus = false, children, onCancel } = props;
  const { text, setText, isSending, error, send } = useSending(props.onSend);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') onCancel?.();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={classes.say} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
      <Textarea
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={takesFocus ? 2 : 1}
        maxRows={8}
        maxLength={longest}
        value={text}
        autoFocus={takesFocus}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {error && <ErrorNotice error={error} />}
      {(takesFocus || text !== '') && (
        <div className={classes.acts}>
          <Button type="submit" size="xs" disabled={text.trim() === ''} loading={isSending}>
            {act}
          </Button>
          {onCancel && (
            <Button size="xs" variant="subtle" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

function useSending(onSend: SayFormProps['onSend']) {
  const id = useRef(crypto.randomUUID());
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<DatelineError | null>(null);
  const send = async () => {
    const words = text.trim();
    if (words === '' || isSending) return;
    setSending(true);
    setError(null);
    try {
      await onSend(words, id.current);
      id.current = crypto.randomUUID();
      setText('');
    } catch (thrown) {
      setError(toDatelineError(thrown));
    } finally {
      setSending(false);
    }
  };
  return { text, setText, isSending, error, send };
}
