import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MentionChooser } from './MentionChooser';
import classes from './Review.module.css';
import { useMentionChoice } from './useMentionChoice';

interface CommentFormProps {
  label: string;
  placeholder: string;
  /** What the button says. */
  act: string;
  takesFocus?: boolean;
  /** Resolves once the words are durable; until then they stay in the field. A second try comes with the same id. */
  onSend: (text: string, id: string) => Promise<void>;
  /** Absent where there is nothing to leave. */
  onCancel?: () => void;
}

/** Longest remark, in characters; the contract refuses more. */
const longest = 20_000;

/** Words about words. What was written stays until it is kept for certain. */
export function CommentForm(props: CommentFormProps) {
  const { label, placeholder, act, takesFocus = false, onCancel } = props;
  const { text, setText, isSending, error, send } = useSending(props.onSend);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMentionChoice(field, text, setText);
  const isChoosing = mention.names.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.onKey(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void send();
    }
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  const isOpen = takesFocus || text !== '';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        ref={field}
        aria-label={label}
        {...(isChoosing
          ? { 'aria-controls': mention.id, 'aria-activedescendant': `${mention.id}-${mention.chosen}` }
          : {})}
        placeholder={placeholder}
        autosize
        minRows={isOpen ? 2 : 1}
        maxRows={10}
        maxLength={longest}
        value={text}
        data-autofocus={takesFocus || undefined}
        autoFocus={takesFocus}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        onSelect={mention.follow}
      />
      {isChoosing && (
        <MentionChooser
          id={mention.id}
          names={mention.names}
          chosen={mention.chosen}
          onChoose={mention.choose}
        />
      )}
      {error && <ErrorNotice error={error} />}
      {isOpen && (
        <div className={classes.acts}>
          <Button type="submit" size="xs" disabled={text.trim() === ''} loading={isSending}>
            {act}
          </Button>
          {onCancel && (
            <Button variant="subtle" size="xs" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

function useSending(onSend: CommentFormProps['onSend']) {
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
