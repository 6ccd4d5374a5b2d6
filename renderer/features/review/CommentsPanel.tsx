import { useEffect, useRef } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import cards from '../../ui/cards.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { Changes } from './Changes';
import { CommentForm } from './CommentForm';
import { FilterBar } from './FilterBar';
import { People } from './People';
import classes from './Review.module.css';
import type { RemarkFilter } from './remarkFilter';
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
  /** What of it the filter lets through. */
  shown: ReviewView;
  filter: RemarkFilter;
  onFilter: (filter: RemarkFilter) => void;
  /** Names of those whom a remark can mention. */
  people: readonly string[];
  /** The person who sits here; '' where they have no name. */
  author: string;
  part: PartKey;
  openId: string | null;
  onOpen: (id: string) => void;
  newRemark: NewRemark | null;
  /** The keys that begin a remark, for people. */
  keys: string;
}

/** Everything that was said about the narrative, and every change that waits for a decision. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { view, openId, newRemark } = props;
  const panel = useRef<HTMLDivElement>(null);
  useOpenCardInView(panel, openId);
  const isEmpty = [view.threads, view.changes, view.decided].every((list) => list.length === 0);
  return (
    <People value={props.people}>
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
        {!isEmpty && <FilterBar filter={props.filter} onFilter={props.onFilter} me={props.author} />}
        <Changes {...props} view={props.shown} />
        <Threads {...props} />
      </div>
    </People>
  );
}

function Threads(props: CommentsPanelProps) {
  const { view, part, openId, onOpen } = props;
  const now = new Date();
  const shown = props.shown.threads;
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
  const isNothing = [shown, props.shown.changes, props.shown.decided].every((list) => list.length === 0);
  if (isNothing && view.threads.length + view.changes.length + view.decided.length > 0)
    return <p className={classes.why}>{nothingWords[props.filter.state]}</p>;
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

const nothingWords: Readonly<Record<RemarkFilter['state'], string>> = {
  open: 'Nothing of this is open.',
  resolved: 'Nothing of this is resolved or decided yet.',
  orphan: 'Nothing of this lost its words.',
  all: 'Nobody said anything like this.',
};

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
    // One that is pressed is in view, and must not move away under the pointer.
    if (card && !card.matches(':hover')) card.scrollIntoView({ block: 'nearest' });
  }, [panel, openId]);
}
