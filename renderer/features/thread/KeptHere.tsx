import type { RefObject } from 'react';
import { keptBy } from '../../../core/thread/keptBy';
import type { Proposal } from '../../../core/thread/proposeLinks';
import type { Thread, ThreadRow } from '../../../core/thread/readThread';
import { type ThreadColumn, type ThreadEnd, threadColumns } from '../../../core/thread/threadEnd';
import { threadLinkId } from '../../../core/thread/threadLink';
import { Chain, GapKnot, Knot, knotKey } from './Chain';
import { searchPromises } from './map/searchPromises';
import { Proposals } from './Proposals';
import type { PanelActions } from './panelActions';
import { keepsWords, kindWords, placeOf, quoteOf } from './panelWords';
import { SearchList } from './SearchList';
import classes from './ThreadPanel.module.css';

/** A promise that is perhaps kept here. */
export interface PromiseProposal {
  row: ThreadRow;
  proposal: Proposal;
}

export interface KeptHereProps extends PanelActions {
  thread: Thread;
  /** Where the caret stands. */
  end: ThreadEnd;
  proposals: readonly PromiseProposal[];
  search: RefObject<HTMLInputElement | null>;
}

/** What a step, answer or how-to is there for: the promises that come true at it, and where they go on. */
export function KeptHere(props: KeptHereProps) {
  const { thread, end, proposals, search, onShowPromise, onLetGo, onLink, onRefuse } = props;
  const rows = keptBy(thread, knotKey(end));
  const linkOf = ({ promise }: ThreadRow) =>
    threadLinkId({ promise: promise.id, kind: end.kind, end: end.id });
  const others = thread.rows.filter((row) => !isLinkedTo(row, end)).map(({ promise }) => promise);
  return (
    <>
      <h2>What this {kindWords[end.kind]} keeps</h2>
      <p className={classes.lede}>{keepsWords(end, rows.length)}</p>
      {rows.length > 0 && (
        <Chain label="Promised in the release">
          {rows.map((row) => (
            <Knot
              key={row.promise.id}
              words={quoteOf(row.promise)}
              note={placeOf(row.promise)}
              onGo={() => onShowPromise(row.promise.id)}
              {...(isLinkedTo(row, end) ? { onLetGo: () => onLetGo(linkOf(row)) } : {})}
            />
          ))}
        </Chain>
      )}
      {rows.length > 0 && <OtherEnds {...props} rows={rows} />}
      <div className={classes.search}>
        <SearchList
          label={`Link a promise to this ${kindWords[end.kind]}`}
          none="No promise has these words."
          find={(query) => searchPromises(others, query).slice(0, choicesAtMost)}
          isQuiet
          inputRef={search}
          onLeave={props.onLeave}
          onChoose={({ promise }) => onLink(promise, end)}
        />
      </div>
      <Proposals
        what={`this ${kindWords[end.kind]}`}
        cards={proposals.map(({ row: { promise }, proposal }) => ({
          key: promise.id,
          words: quoteOf(promise),
          note: placeOf(promise),
          shared: proposal.shared,
          onLink: () => onLink(promise, end),
          onRefuse: () => onRefuse(promise, end),
        }))}
      />
    </>
  );
}

/** Where the promises that come true here go on. Something is missing where none of them has it. */
function OtherEnds({
  rows,
  end,
  onShowEnd,
  onSeek,
}: Pick<KeptHereProps, 'end' | 'onShowEnd' | 'onSeek'> & { rows: readonly ThreadRow[] }) {
  const endsIn = (column: ThreadColumn) => {
    const found = new Map(rows.flatMap(({ chain }) => chain[column]).map((other) => [knotKey(other), other]));
    return [...found.values()];
  };
  return (
    <Chain label="And then">
      {threadColumns.map((column) => {
        const ends = endsIn(column);
        const [first] = rows;
        if (ends.length === 0 && first) {
          return <GapKnot key={column} column={column} onLink={() => onSeek(first.promise.id)} />;
        }
        return ends
          .filter((other) => knotKey(other) !== knotKey(end))
          .map((other) => (
            <Knot key={knotKey(other)} words={other.words} note={other.note} onGo={() => onShowEnd(other)} />
          ));
      })}
    </Chain>
  );
}

const choicesAtMost = 8;

const isLinkedTo = ({ chain }: ThreadRow, end: ThreadEnd): boolean =>
  chain[end.column].some((other) => knotKey(other) === knotKey(end));
