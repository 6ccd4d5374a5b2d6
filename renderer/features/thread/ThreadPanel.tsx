import { type RefObject, useEffect, useRef, useState } from 'react';
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
  const { actions, said } = useHeldFocus(props, search);
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
        <PromiseChain
          {...props}
          {...actions}
          key={shown}
          row={row}
          proposals={proposals.ends}
          search={search}
        />
      ) : end && !end.isBlank && thread.rows.length > 0 ? (
        <KeptHere
          {...props}
          {...actions}
          key={shown}
          end={end}
          proposals={proposals.promises}
          search={search}
        />
      ) : (
        <ThreadOverview {...props} />
      )}
      <p role="status" className="dl-hidden">
        {said}
      </p>
    </div>
  );
}

/**
 * What is linked or let go leaves its list, and its button with it: then the search holds the focus, so that a
 * keyboard is not thrown back to the start of the page. Says what was linked, too.
 */
function useHeldFocus(props: ThreadPanelProps, search: RefObject<HTMLInputElement | null>) {
  const { thread } = props;
  const hasActed = useRef(false);
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists change with the thread
  useEffect(() => {
    if (hasActed.current && document.activeElement === document.body) search.current?.focus();
    hasActed.current = false;
  }, [thread]);
  const actions = {
    onLink(promise, end, instead) {
      hasActed.current = true;
      setSaid(`Linked: ${end.words}`);
      props.onLink(promise, end, instead);
    },
    onLetGo(linkId) {
      hasActed.current = true;
      props.onLetGo(linkId);
    },
    onRefuse(promise, end) {
      hasActed.current = true;
      props.onRefuse(promise, end);
    },
  } satisfies Partial<PanelActions>;
  return { actions, said };
}
