import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import cards from '../../ui/cards.module.css';
import word from '../../ui/wordButton.module.css';
import { CommentForm } from './CommentForm';
import { Moment } from './Moment';
import classes from './Review.module.css';
import type { ChangeView, ReviewActions } from './reviewView';
import { Said } from './ThreadCard';

interface ChangeCardProps extends Pick<ReviewActions, 'onShow' | 'onAccept' | 'onReject' | 'onReply'> {
  change: ChangeView;
  isOpen: boolean;
  now: Date;
  onOpen: () => void;
}

/** One suggested change: what goes, what comes, what was said about it, and the author's decision. */
export function ChangeCard({ change, isOpen, now, onOpen, onReply, ...actions }: ChangeCardProps) {
  const { id, placement, state, replies } = change;
  // Not shown by opening the card: what is pressed must not move away under the pointer.
  const [isReplying, setReplying] = useState(false);
  const isWaiting = state === 'open';
  const isGone = isWaiting && placement.state === 'orphan';
  return (
    <article
      className={`${cards.card} ${classes.card}`}
      data-card={id}
      data-open={isOpen || undefined}
      data-resolved={!isWaiting || undefined}
      aria-label={`Suggested change: ${describe(change)}`}
      onPointerDown={onOpen}
      onFocus={onOpen}
    >
      <div className={classes.level}>
        <IconPencil size={15} stroke={1.75} aria-hidden /> {change.place}
      </div>
      {placement.state === 'found' && <p className={classes.chip}>Found again</p>}
      {isGone && <p className={classes.chip}>The text changed here</p>}
      {!isWaiting && <p className={classes.chip}>{stateWords[state]}</p>}
      {isGone ? <SideBySide change={change} /> : <Words change={change} />}
      {change.note !== '' && <p className={classes.why}>{change.note}</p>}
      <p className={classes.by}>
        <b>{change.by}</b> <Moment at={change.at} now={now} />
        {change.source !== '' && `, ${change.source}`}
      </p>
      {change.decided && (
        <p className={classes.by}>
          {stateWords[state]} by <b>{change.decided.by}</b> <Moment at={change.decided.at} now={now} />
        </p>
      )}
      {isGone && (
        <p className={classes.why}>
          The words this was written against are not there any more. Put in by hand what you want to keep.
        </p>
      )}
      {replies.map((message) => (
        <Said key={message.id} message={message} now={now} />
      ))}
      {isReplying && (
        <CommentForm
          label="Reply"
          placeholder="Reply"
          act="Reply"
          takesFocus
          onSend={async (text, reply) => {
            await onReply(id, { id: reply, text });
            setReplying(false);
          }}
          onCancel={() => setReplying(false)}
        />
      )}
      {isWaiting && !isReplying && (
        <ChangeActs {...actions} change={change} isGone={isGone} onTalk={() => setReplying(true)} />
      )}
    </article>
  );
}

const stateWords = { open: '', accepted: 'Accepted', rejected: 'Rejected', withdrawn: 'Withdrawn' } as const;

type ChangeActsProps = Pick<ReviewActions, 'onShow' | 'onAccept' | 'onReject'> & {
  change: ChangeView;
  isGone: boolean;
  onTalk: () => void;
};

function ChangeActs({ change, isGone, onTalk, onShow, onAccept, onReject }: ChangeActsProps) {
  return (
    <div className={classes.acts}>
      {!isGone && (
        <Button size="xs" onClick={() => onAccept([change])}>
          Accept
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => onReject([change])}>
        {isGone ? 'Put away' : 'Reject'}
      </Button>
      {!isGone && (
        <button type="button" className={word.act} onClick={() => onShow(change)}>
          Show the words
        </button>
      )}
      <button type="button" className={word.act} onClick={onTalk}>
        Reply
      </button>
    </div>
  );
}

function Words({ change }: { change: ChangeView }) {
  return (
    <p className={classes.change}>
      <span className={classes.context}>{change.before}</span>
      {change.was !== '' && <del>{change.was}</del>}
      {change.now !== '' && <ins>{change.now}</ins>}
      <span className={classes.context}>{change.after}</span>
    </p>
  );
}

/** What stands there now, and what it would say instead. */
function SideBySide({ change }: { change: ChangeView }) {
  const around = (words: string) => `${change.before}${words}${change.after}`;
  const sides = [
    ['It was written against', around(change.was)],
    ['There now', change.thereNow || 'These words are gone.'],
    ['It would say', around(change.now)],
  ];
  return (
    <dl className={classes.sides}>
      {sides.map(([title, words]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function describe({ was, now }: ChangeView): string {
  if (was === '') return `put in “${now}”`;
  return now === '' ? `take out “${was}”` : `“${was}” becomes “${now}”`;
}
