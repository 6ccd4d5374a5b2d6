import { Button } from '@mantine/core';
import type { Thread, ThreadRow } from '../../../core/thread/readThread';
import { EmptyState } from '../../ui/EmptyState';
import word from '../../ui/wordButton.module.css';
import { BrokenEnds } from './BrokenEnds';
import { Chain, Knot } from './Chain';
import type { PanelActions } from './panelActions';
import { placeOf, quoteOf } from './panelWords';
import classes from './ThreadPanel.module.css';

export interface ThreadOverviewProps extends PanelActions {
  thread: Thread;
  /** The key that marks a promise, as people read it. */
  markKeys: string;
  onMap: () => void;
}

const shownAtMost = 40;

/** All promises of the release, while the caret is at none of them. */
export function ThreadOverview(props: ThreadOverviewProps) {
  const { thread, markKeys, onMap, onShowPromise, onLetGo } = props;
  const { rows, gone, broken } = thread;
  if (rows.length + gone.length + broken.length === 0) {
    return (
      <EmptyState
        line="No promise is followed yet."
        quiet={`Select words of the press release and press ${markKeys}. Then say which step, screen or how-to keeps them.`}
      />
    );
  }
  const known = new Set([...rows, ...gone].map(({ promise }) => promise.id));
  return (
    <>
      <h2>Golden thread</h2>
      <p className={classes.lede}>
        Put the caret into a promise, a step or an answer to see where its thread leads.
      </p>
      {rows.length > 0 && (
        <Chain label="Promised in the release">
          {rows.slice(0, shownAtMost).map((row) => (
            <Knot
              key={row.promise.id}
              words={quoteOf(row.promise)}
              note={`${placeOf(row.promise)}. ${stateOf(row, thread)}`}
              isLoose={thread.orphans.promises.includes(row)}
              onGo={() => onShowPromise(row.promise.id)}
            />
          ))}
        </Chain>
      )}
      {rows.length > shownAtMost && (
        <p className={classes.none}>{rows.length - shownAtMost} more are on the map.</p>
      )}
      <GonePromises {...props} />
      <BrokenEnds links={broken.filter(({ promise }) => !known.has(promise))} onLetGo={onLetGo} />
      <div className={classes.foot}>
        <Button variant="default" size="compact-sm" onClick={onMap}>
          Open the map
        </Button>
      </div>
    </>
  );
}

function GonePromises({ thread, onUnfollow }: ThreadOverviewProps) {
  if (thread.gone.length === 0) return null;
  return (
    <section aria-label="Promises whose words were deleted">
      <h3>Their words were deleted</h3>
      <ul className={classes.chain}>
        {thread.gone.map(({ promise }) => (
          <li key={promise.id} data-gap>
            <s className={classes.gap}>{quoteOf(promise)}</s>
            <span className={classes.entry}>
              <span className={classes.note}>{placeOf(promise)}</span>
              <button
                type="button"
                className={`${word.act} ${classes.quiet}`}
                aria-label={`Forget ${quoteOf(promise)}`}
                onClick={() => onUnfollow(promise)}
              >
                Forget it
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf(row: ThreadRow, { orphans, broken }: Thread): string {
  if (broken.some((link) => link.promise === row.promise.id)) return 'An end is gone.';
  if (orphans.promises.includes(row)) return 'Nobody can do it yet.';
  return 'A customer can do it.';
}
