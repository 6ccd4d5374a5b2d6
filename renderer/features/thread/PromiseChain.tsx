import { Checkbox } from '@mantine/core';
import { type RefObject, useState } from 'react';
import type { Proposal } from '../../../core/thread/proposeLinks';
import { chainOf, type Thread, type ThreadRow } from '../../../core/thread/readThread';
import { searchEnds } from '../../../core/thread/searchEnds';
import { type ThreadColumn, threadColumns } from '../../../core/thread/threadEnd';
import { type ThreadLink, threadLinkId } from '../../../core/thread/threadLink';
import word from '../../ui/wordButton.module.css';
import { BrokenEnds } from './BrokenEnds';
import { Chain, GapKnot, Knot, knotKey } from './Chain';
import { Proposals } from './Proposals';
import type { PanelActions } from './panelActions';
import { gapWords, leadsWords, placeOf, quoteOf } from './panelWords';
import { SearchList } from './SearchList';
import classes from './ThreadPanel.module.css';

export interface PromiseChainProps extends PanelActions {
  thread: Thread;
  row: ThreadRow;
  proposals: readonly Proposal[];
  search: RefObject<HTMLInputElement | null>;
}

/** What is being looked for: anything, something for one column, or something instead of an end that is gone. */
type Sought = { column: ThreadColumn } | { instead: ThreadLink } | null;

/** One promise, what keeps it and what does not yet. */
export function PromiseChain(props: PromiseChainProps) {
  const { thread, row, proposals, search, onLink, onLetGo, onRefuse } = props;
  const { promise } = row;
  const [sought, setSought] = useState<Sought>(null);
  const seek = (what: Sought) => {
    setSought(what);
    search.current?.focus();
  };
  const { find, pick } = endSearch(props, sought);
  return (
    <>
      <h2>What keeps this promise</h2>
      <p className={classes.lede}>{leadsWords(row)}</p>
      <Chain label="Promised in the release">
        <Knot words={quoteOf(promise)} note={placeOf(promise)} onGo={() => props.onShowPromise(promise.id)} />
      </Chain>
      <div className={classes.search}>
        <SearchList
          label={labelOf(sought)}
          none="Nothing here begins with these words."
          find={find}
          isQuiet={sought === null}
          inputRef={search}
          onLeave={sought === null ? props.onLeave : () => setSought(null)}
          onChoose={({ key }) => {
            pick(key);
            setSought(null);
          }}
        />
      </div>
      <KeepingEnds {...props} onSeek={(column) => seek({ column })} />
      <BrokenEnds
        links={thread.broken.filter((link) => link.promise === promise.id)}
        onLetGo={onLetGo}
        onReplace={(instead) => seek({ instead })}
      />
      <Proposals
        what="this promise"
        cards={proposals.map(({ end, shared }) => ({
          key: knotKey(end),
          words: end.words,
          note: end.note,
          shared,
          onLink: () => onLink(promise, end),
          onRefuse: () => onRefuse(promise, end),
        }))}
      />
      <PromiseFoot {...props} />
    </>
  );
}

function KeepingEnds({
  row,
  onShowEnd,
  onLetGo,
  onSeek,
}: Pick<PromiseChainProps, 'row' | 'onShowEnd' | 'onLetGo'> & { onSeek: (column: ThreadColumn) => void }) {
  return (
    <Chain label="And then">
      {threadColumns.map((column) =>
        row.chain[column].length === 0 ? (
          <GapKnot key={column} column={column} onLink={() => onSeek(column)} />
        ) : (
          row.chain[column].map((end) => (
            <Knot
              key={knotKey(end)}
              words={end.words}
              note={end.note}
              onGo={() => onShowEnd(end)}
              onLetGo={() => onLetGo(threadLinkId({ promise: row.promise.id, kind: end.kind, end: end.id }))}
            />
          ))
        ),
      )}
    </Chain>
  );
}

function PromiseFoot({
  row,
  onImportant,
  onUnfollow,
}: Pick<PromiseChainProps, 'row' | 'onImportant' | 'onUnfollow'>) {
  const { promise } = row;
  return (
    <div className={classes.foot}>
      <Checkbox
        size="xs"
        label="An important promise"
        checked={promise.isImportant}
        onChange={({ currentTarget }) => onImportant(promise, currentTarget.checked)}
      />
      <button type="button" className={`${word.act} ${classes.quiet}`} onClick={() => onUnfollow(promise)}>
        Stop following it
      </button>
    </div>
  );
}

const choicesAtMost = 8;

function endSearch({ thread, row, onLink }: PromiseChainProps, sought: Sought) {
  const linked = new Set(chainOf(row).map(knotKey));
  const column = sought !== null && 'column' in sought ? sought.column : null;
  const ends = thread.ends.list.filter(
    (end) => !linked.has(knotKey(end)) && (column === null || end.column === column),
  );
  return {
    find: (query: string) =>
      searchEnds(ends, query, choicesAtMost).map((end) => ({
        key: knotKey(end),
        words: end.words,
        note: end.note,
      })),
    pick: (key: string) => {
      const end = thread.ends.byKey.get(key);
      if (end) onLink(row.promise, end, sought !== null && 'instead' in sought ? sought.instead : null);
    },
  };
}

function labelOf(sought: Sought): string {
  if (sought === null) return 'Link to what keeps it';
  if ('column' in sought) return gapWords[sought.column];
  return 'What keeps it instead';
}
