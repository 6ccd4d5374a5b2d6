import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { countThread, mapRows } from '../../../../core/thread/mapRows';
import type { Thread } from '../../../../core/thread/readThread';
import { EmptyState } from '../../../ui/EmptyState';
import { GoneEnds } from './GoneEnds';
import { LinkDialog } from './LinkDialog';
import { MapDrawing } from './MapDrawing';
import { MapTable } from './MapTable';
import type { LinkRequest, MapActions } from './mapActions';
import { Orphans } from './Orphans';
import classes from './ThreadSheet.module.css';
import { linksLine, promisesLine } from './threadWords';
import { useMapProposals } from './useMapProposals';

export interface ThreadSheetProps extends MapActions {
  thread: Thread;
  /** Of the narrative. */
  language: string;
  /** The key that marks a promise, as people read it. */
  markKeys: string;
  onGoToRelease: () => void;
}

type View = 'table' | 'drawing';
type Choice = 'all' | 'important';

/** What the release promises and what keeps each promise: as a table, as a drawing, and what hangs loose. */
export function ThreadSheet(props: ThreadSheetProps) {
  const { thread } = props;
  const [view, setView] = useState<View>('table');
  const [choice, setChoice] = useState<Choice>('all');
  const [asked, setAsked] = useState<LinkRequest | null>(null);
  const rows = useMemo(() => mapRows(thread), [thread]);
  const counts = useMemo(() => countThread(thread), [thread]);
  const shown = useMemo(
    () => (choice === 'all' ? rows : rows.filter(({ promise }) => promise.isImportant)),
    [rows, choice],
  );
  // The first rows wait neither for what stands below them nor for what is proposed.
  const isDrawn = useDeferredValue(true, false);
  const proposals = useMapProposals(thread, { language: props.language, isDrawn });
  return (
    <div className={classes.map}>
      <header className={classes.head}>
        <div className={classes.heading}>
          <h1>The golden thread</h1>
          {rows.length > 0 && (
            <p>
              {promisesLine(counts)} {linksLine(counts)}
            </p>
          )}
        </div>
        {rows.length > 0 && (
          <div className={classes.choices}>
            <SegmentedControl
              aria-label="Show as"
              size="sm"
              value={view}
              onChange={(next) => setView(next as View)}
              data={[
                { value: 'table', label: 'Table' },
                { value: 'drawing', label: 'Drawing' },
              ]}
            />
            <SegmentedControl
              aria-label="Promises"
              size="sm"
              value={choice}
              onChange={(next) => setChoice(next as Choice)}
              data={[
                { value: 'all', label: `All ${counts.promises}` },
                { value: 'important', label: `Important ${counts.important}` },
              ]}
            />
          </div>
        )}
      </header>
      <div className={classes.paper}>
        {viewOf({ ...props, rows, shown, proposals, view, onAsk: setAsked })}
      </div>
      {isDrawn && <Orphans {...props} onAsk={setAsked} />}
      <GoneEnds {...props} onAsk={setAsked} />
      {asked && <LinkDialog {...props} asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

interface ViewProps extends ThreadSheetProps {
  rows: ReturnType<typeof mapRows>;
  shown: ReturnType<typeof mapRows>;
  proposals: ReturnType<typeof useMapProposals>;
  view: View;
  onAsk: (asked: LinkRequest) => void;
}

function viewOf({ rows, shown, view, markKeys, onGoToRelease, ...rest }: ViewProps): ReactNode {
  if (rows.length === 0) {
    return (
      <EmptyState
        line="No promise is followed yet."
        quiet={`Select words of the press release and press ${markKeys}. Then say which step, screen or how-to keeps them.`}
        action={<Button onClick={onGoToRelease}>Go to the press release</Button>}
      />
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        line="No promise is marked important."
        quiet="The star beside a promise marks it, in “All”."
      />
    );
  }
  if (view === 'drawing') return <MapDrawing rows={shown} />;
  const { proposals, onAsk, onLink, onGoToEnd, onGoToPromise, onImportant } = rest;
  const actions = { onAsk, onLink, onGoToEnd, onGoToPromise, onImportant };
  return <MapTable {...actions} rows={shown} proposals={proposals} />;
}
