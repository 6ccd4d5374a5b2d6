import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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

/** Words to be kept. They stay in the field until they are for certain, and are kept as well when one goes on without. */
export function SayForm(props: SayFormProps) {
  const { label, placeholder, act, takesFocus = false, children, onCancel } = props;
  const { text, setText, isSending, error, send, discard } = useSending(props.onSend);
  const cancel =
    onCancel &&
    (() => {
      discard();
      onCancel();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') cancel?.();
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
          {cancel && (
            <Button size="xs" variant="subtle" onClick={cancel}>
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
  const unsent = useKeptWhenLeft((words) => onSend(words, id.current));
  const write = (words: string) => {
    unsent.current = words;
    setText(words);
  };
  const send = async () => {
    const words = text.trim();
    if (words === '' || isSending) return;
    setSending(true);
    setError(null);
    // From here on the words are on their way, also when the form is gone before they have arrived.
    unsent.current = '';
    try {
      await onSend(words, id.current);
      id.current = crypto.randomUUID();
      setText('');
    } catch (thrown) {
      unsent.current = text;
      setError(toDatelineError(thrown));
    } finally {
      setSending(false);
    }
  };
  return { text, setText: write, isSending, error, send, discard: () => write('') };
}

/** The words that nobody has sent. They are sent when the form goes: whoever goes on means them. */
function useKeptWhenLeft(send: (words: string) => Promise<void>) {
  const unsent = useRef('');
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(
    () => () => {
      const words = unsent.current.trim();
      // Where nothing can be kept, the step that takes the form away is not kept either, so the form stays.
      if (words !== '') latest.current(words).catch(() => undefined);
    },
    [],
  );
  return unsent;
}
