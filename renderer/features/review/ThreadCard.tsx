import { IconMessage, IconMessageCheck, IconTrash } from '@tabler/icons-react';
import cards from '../../ui/cards.module.css';
import { Moment } from './Moment';
import classes from './Review.module.css';
import type { Message, ThreadView } from './reviewView';
import { type ThreadActions, ThreadActs } from './ThreadActs';

interface ThreadCardProps extends ThreadActions {
  thread: ThreadView;
  isOpen: boolean;
  now: Date;
  onOpen: () => void;
}

/** One thread: its words, what was said, and a place to answer. */
export function ThreadCard({ thread, isOpen, now, onOpen, ...actions }: ThreadCardProps) {
  const { id, quote, isResolved, messages, place } = thread;
  const Icon = isResolved ? IconMessageCheck : IconMessage;
  return (
    <article
      className={`${cards.card} ${classes.card}`}
      data-card={id}
      data-open={isOpen || undefined}
      data-resolved={isResolved || undefined}
      aria-label={`${isResolved ? 'Resolved remark' : 'Remark'} on ${quote || place}`}
      onPointerDown={onOpen}
      onFocus={onOpen}
      onKeyDown={(event) => {
        const isWriting = event.target instanceof HTMLTextAreaElement;
        if (event.key !== 'f' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        actions.onAsk(thread);
      }}
    >
      <div className={classes.level}>
        <Icon size={15} stroke={1.75} aria-hidden /> {isResolved ? 'Resolved' : place}
      </div>
      <Found thread={thread} />
      {quote !== '' && (
        <p className={thread.placement.state === 'orphan' ? classes.gone : classes.words}>
          “{shortened(quote)}”
        </p>
      )}
      {messages.map((message) => (
        <Said key={message.id} message={message} now={now} />
      ))}
      <ThreadActs {...actions} thread={thread} isOpen={isOpen} />
    </article>
  );
}

/** Says when the words were not found where they were. */
function Found({
  thread: {
    placement: { state },
  },
}: {
  thread: ThreadView;
}) {
  if (state === 'exact') return null;
  return (
    <p className={classes.chip}>
      {state === 'found' ? (
        'Found again'
      ) : (
        <>
          <IconTrash size={13} stroke={1.75} aria-hidden /> On deleted text
        </>
      )}
    </p>
  );
}

function Said({ message: { by, at, text, file }, now }: { message: Message; now: Date }) {
  return (
    <div className={classes.said}>
      <p className={classes.by}>
        <b>{by}</b> <Moment at={at} now={now} />
      </p>
      <p className={classes.text}>{text}</p>
      {file !== '' && <p className={classes.file}>From {file}</p>}
    </div>
  );
}

const longestQuote = 160;

/** A quote at the length a card has room for, cut between words. */
export function shortened(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/\s+\S*$/u, '')} …`;
}
