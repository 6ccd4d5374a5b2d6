import { useEffect, useRef } from 'react';
import type { Thread } from '../../../core/thread/readThread';
import { KeptHere } from './KeptHere';
import { PromiseChain } from './PromiseChain';
import type { PanelActions } from './panelActions';
import { ThreadOverview } from './ThreadOverview';
import classes from './ThreadPanel.module.css';
import { useProposals } from './useProposals';

export interface ThreadPanelProps extends PanelActions {
  thread: Thread;
  /** Id of the promise and key of the end that the caret stands in; '' for none. */
  place: { promise: string; end: string };
  language: string;
  /** True while the search should take the focus; asked again after each drawing. */
  takesFocus: () => boolean;
  /** Counts up with each wish for the focus. */
  focusRequest: number;
  markKeys: string;
  onMap: () => void;
}

/** The golden thread beside the text: the chain at the caret, or all promises where it stands in none. */
export function ThreadPanel(props: ThreadPanelProps) {
  const { thread, place, takesFocus, focusRequest } = props;
  const search = useRef<HTMLInputElement>(null);
  const row = thread.rows.find(({ promise }) => promise.id === place.promise);
  const end = thread.ends.byKey.get(place.end);
  const proposals = useProposals(props, { row, end });
  const shown = row ? `promise ${place.promise}` : end ? place.end : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wish or another search is what it waits for
  useEffect(() => {
    if (search.current && takesFocus()) search.current.focus();
  }, [focusRequest, shown, takesFocus]);
  return (
    <div className={classes.panel}>
      {row ? (
        <PromiseChain {...props} key={shown} row={row} proposals={proposals.ends} search={search} />
      ) : end && !end.isBlank && thread.rows.length > 0 ? (
        <KeptHere {...props} key={shown} end={end} proposals={proposals.promises} search={search} />
      ) : (
        <ThreadOverview {...props} />
      )}
    </div>
  );
}
