import { IconMessage, IconMessageCheck, IconTrash } from '@tabler/icons-react';
import cards from '../../ui/cards.module.css';
import word from '../../ui/wordButton.module.css';
import { Moment } from './Moment';
import { WithMentions } from './People';
import classes from './Review.module.css';
import type { AskedQuestion, Message, ReviewActions, ThreadView } from './reviewView';
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
      {thread.question && <Asked question={thread.question} onShow={actions.onShowQuestion} />}
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

/** One message of a thread, or of the talk about a change. */
export function Said({ message: { by, at, text, source }, now }: { message: Message; now: Date }) {
  return (
    <div className={classes.said}>
      <p className={classes.by}>
        <b>{by}</b> <Moment at={at} now={now} />
      </p>
      <p className={classes.text}>
        <WithMentions text={text} />
      </p>
      {source !== '' && <p className={classes.file}>Came {source}</p>}
    </div>
  );
}

/** The question that was made of a remark, who owes its answer, and the way to it. */
function Asked({ question, onShow }: { question: AskedQuestion; onShow: ReviewActions['onShowQuestion'] }) {
  const { id, words, owner, due, isAnswered } = question;
  const told = [
    isAnswered ? 'answered' : 'not answered yet',
    owner === '' ? 'nobody owns it' : `owned by ${owner}`,
    ...(due === '' ? [] : [`due ${due}`]),
  ];
  return (
    <p className={classes.asked}>
      Asked in the internal FAQ: “{shortened(words)}” – {told.join(', ')}.{' '}
      <button type="button" className={word.act} onClick={() => onShow(id)}>
        Go to the question
      </button>
    </p>
  );
}

const longestQuote = 160;

/** A quote at the length a card has room for, cut between words. */
export function shortened(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/\s+\S*$/u, '')} …`;
}
