import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import cards from '../../ui/cards.module.css';
import { Moment } from './Moment';
import classes from './Review.module.css';
import type { ChangeView, ReviewActions } from './reviewView';

interface ChangeCardProps extends Pick<ReviewActions, 'onShow' | 'onAccept' | 'onReject'> {
  change: ChangeView;
  isOpen: boolean;
  now: Date;
  onOpen: () => void;
}

/** One suggested change: what goes, what comes, and the author's decision. */
export function ChangeCard({ change, isOpen, now, onOpen, onShow, onAccept, onReject }: ChangeCardProps) {
  const isGone = change.placement.state === 'orphan';
  return (
    <article
      className={`${cards.card} ${classes.card}`}
      data-card={change.id}
      data-open={isOpen || undefined}
      aria-label={`Suggested change: ${describe(change)}`}
      onPointerDown={onOpen}
      onFocus={onOpen}
    >
      <div className={classes.level}>
        <IconPencil size={15} stroke={1.75} aria-hidden /> {change.place}
      </div>
      {change.placement.state === 'found' && <p className={classes.chip}>Found again</p>}
      {isGone && <p className={classes.chip}>The text changed here</p>}
      <p className={classes.change}>
        <span className={classes.context}>{change.before}</span>
        {change.was !== '' && <del>{change.was}</del>}
        {change.now !== '' && <ins>{change.now}</ins>}
        <span className={classes.context}>{change.after}</span>
      </p>
      {change.note !== '' && <p className={classes.why}>{change.note}</p>}
      <p className={classes.by}>
        <b>{change.by}</b> <Moment at={change.at} now={now} />
        {change.file !== '' && `, in ${change.file}`}
      </p>
      {isGone && (
        <p className={classes.why}>
          The words this was written against are not there any more. Put in by hand what you want to keep.
        </p>
      )}
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
          <button type="button" className={classes.act} onClick={() => onShow(change)}>
            Show the words
          </button>
        )}
      </div>
    </article>
  );
}

function describe({ was, now }: ChangeView): string {
  if (was === '') return `put in “${now}”`;
  return now === '' ? `take out “${was}”` : `“${was}” becomes “${now}”`;
}
