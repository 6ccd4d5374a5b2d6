import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import cards from '../../ui/cards.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { Changes } from './Changes';
import { CommentForm } from './CommentForm';
import classes from './Review.module.css';
import type { ReviewActions, ReviewView } from './reviewView';
import { shortened, ThreadCard } from './ThreadCard';

/** Words that were chosen for a new remark. */
export interface NewRemark {
  quote: string;
  send: (text: string, id: string) => Promise<void>;
  cancel: () => void;
}

export interface CommentsPanelProps extends ReviewActions {
  view: ReviewView;
  part: PartKey;
  openId: string | null;
  onOpen: (id: string) => void;
  newRemark: NewRemark | null;
  /** The keys that begin a remark, for people. */
  keys: string;
}

const filters = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
] as const;
type Filter = (typeof filters)[number]['value'];

/** Everything that was said about the narrative, and every change that waits for a decision. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { view, openId, newRemark } = props;
  const [filter, setFilter] = useState<Filter>('open');
  const panel = useRef<HTMLDivElement>(null);
  useOpenCardInView(panel, openId);
  const isEmpty = view.threads.length === 0 && view.changes.length === 0;
  return (
    <div className={classes.panel} ref={panel}>
      <h2>Comments</h2>
      <p className={classes.lede}>{countLine(view)}</p>
      {newRemark && (
        <section className={`${cards.card} ${classes.card}`} data-open aria-label="New remark">
          {newRemark.quote !== '' && <p className={classes.words}>“{shortened(newRemark.quote)}”</p>}
          <CommentForm
            label="Your remark"
            placeholder="What should the writer know?"
            act="Comment"
            takesFocus
            onSend={newRemark.send}
            onCancel={newRemark.cancel}
          />
        </section>
      )}
      {isEmpty && !newRemark && (
        <EmptyState
          line="No remarks yet."
          quiet={`Silence may mean nobody has read it. Select words and press ${props.keys} to say something about them.`}
        />
      )}
      <Changes {...props} />
      {view.threads.length > 0 && (
        <SegmentedControl
          className={classes.filter ?? ''}
          size="xs"
          aria-label="Which remarks"
          data={filters.map((entry) => ({ ...entry }))}
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
        />
      )}
      <Threads {...props} filter={filter} />
    </div>
  );
}

function Threads(props: CommentsPanelProps & { filter: Filter }) {
  const { view, part, openId, onOpen, filter } = props;
  const now = new Date();
  const shown = view.threads.filter(
    ({ id, isResolved }) => filter === 'all' || isResolved === (filter === 'resolved') || id === openId,
  );
  const groups = [
    {
      title: '',
      threads: shown.filter((thread) => thread.part === part && thread.placement.state !== 'orphan'),
    },
    { title: 'On deleted text', threads: shown.filter((thread) => thread.placement.state === 'orphan') },
    {
      title: 'In other parts',
      threads: shown.filter((thread) => thread.part !== part && thread.placement.state !== 'orphan'),
    },
  ];
  if (shown.length === 0 && view.threads.length > 0)
    return (
      <p className={classes.why}>{filter === 'open' ? 'No remark is open.' : 'None is resolved yet.'}</p>
    );
  return groups.map(
    ({ title, threads }) =>
      threads.length > 0 && (
        <section key={title} aria-label={title || 'In this part'}>
          {title !== '' && (
            <h3>
              {title} <span className={classes.count}>{threads.length}</span>
            </h3>
          )}
          {threads.map((thread) => (
            <ThreadCard
              {...props}
              key={thread.id}
              thread={thread}
              isOpen={thread.id === openId}
              now={now}
              onOpen={() => onOpen(thread.id)}
            />
          ))}
        </section>
      ),
  );
}

/** "3 open remarks, 2 resolved. 12 changes wait for you." */
function countLine({ threads, changes }: ReviewView): string {
  const resolved = threads.filter(({ isResolved }) => isResolved).length;
  const open = threads.length - resolved;
  const said = `${open === 1 ? 'One open remark' : `${open} open remarks`}, ${resolved} resolved.`;
  const waiting = changes.length === 1 ? 'One change waits' : `${changes.length} changes wait`;
  return changes.length === 0 ? said : `${said} ${waiting} for a decision.`;
}

function useOpenCardInView(panel: { current: HTMLElement | null }, openId: string | null): void {
  useEffect(() => {
    if (openId === null) return;
    const card = panel.current?.querySelector(`[data-card="${CSS.escape(openId)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [panel, openId]);
}
