import { useState } from 'react';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import { ErrorNotice } from '../../ui/ErrorNotice';
import word from '../../ui/wordButton.module.css';
import { CommentForm } from './CommentForm';
import classes from './Review.module.css';
import type { ReviewActions, ThreadView } from './reviewView';

export type ThreadActions = Pick<
  ReviewActions,
  'onShow' | 'onReply' | 'onResolve' | 'onAsk' | 'onPlace' | 'onShowQuestion'
>;

interface ThreadActsProps extends ThreadActions {
  thread: ThreadView;
  isOpen: boolean;
}

/** A place to answer, and what else can be done about a remark. */
export function ThreadActs(props: ThreadActsProps) {
  const { thread, isOpen, onShow, onReply, onResolve, onAsk, onPlace } = props;
  const { id, isResolved, placement } = thread;
  const { isBusy, error, attempt } = useAttempt();
  const isOrphan = placement.state === 'orphan';
  return (
    <>
      {isOpen && !isResolved && (
        <CommentForm
          label="Reply"
          placeholder="Reply"
          act="Reply"
          onSend={(text, reply) => onReply(id, { id: reply, text })}
        />
      )}
      {error && <ErrorNotice error={error} />}
      <div className={classes.acts}>
        {!isOrphan && (
          <Act onClick={() => onShow(thread)}>{thread.isItem ? 'Show it' : 'Show the words'}</Act>
        )}
        {isOrphan && !isResolved && (
          <Act disabled={isBusy} onClick={() => attempt(onPlace(id))}>
            Place it on the selected words
          </Act>
        )}
        <Act disabled={isBusy} onClick={() => attempt(onResolve(id, !isResolved))}>
          {isResolved ? 'Open again' : 'Resolve'}
        </Act>
        {isOpen && !isResolved && !thread.question && (
          <Act onClick={() => onAsk(thread)}>Make it an FAQ question</Act>
        )}
      </div>
    </>
  );
}

function Act(props: { children: string; disabled?: boolean; onClick: () => void }) {
  return (
    <button type="button" className={word.act} disabled={props.disabled} onClick={props.onClick}>
      {props.children}
    </button>
  );
}

/** Something that has to be durable before it shows; the reason when it is not. */
function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<DatelineError | null>(null);
  const attempt = (work: Promise<void>) => {
    setBusy(true);
    setError(null);
    work.catch((thrown: unknown) => setError(toDatelineError(thrown))).finally(() => setBusy(false));
  };
  return { isBusy, error, attempt };
}
