import { type CSSProperties, type KeyboardEvent, memo, useDeferredValue, useMemo } from 'react';
import { endKey } from '../../../../core/thread/itemEnds';
import { columnTitles, gapWords, type MapEnd, type MapRow } from '../../../../core/thread/mapRows';
import { type ThreadColumn, type ThreadEnd, threadColumns } from '../../../../core/thread/threadEnd';
import classes from './MapTable.module.css';
import type { LinkRequest, MapActions } from './mapActions';
import { moveByArrow } from './moveByArrow';
import type { RowProposals } from './useMapProposals';

export interface MapTableProps
  extends Pick<MapActions, 'onGoToEnd' | 'onGoToPromise' | 'onImportant' | 'onLink'> {
  rows: readonly MapRow[];
  /** By the id of the promise. */
  proposals: ReadonlyMap<string, RowProposals>;
  onAsk: (asked: LinkRequest) => void;
}

/** About twice what a window shows. The first group is drawn at once, the rest right after the first frame. */
const rowsInGroup = 25;

/** A row for each promise and a column for each kind of thing that can keep it; gaps stand there in words. */
export function MapTable({ rows, proposals, ...actions }: MapTableProps) {
  const groups = useMemo(() => inGroups(rows), [rows]);
  const first = useMemo(() => groups.slice(0, 1), [groups]);
  const shown = useDeferredValue(groups, first);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (moveByArrow(event.currentTarget, event.key)) event.preventDefault();
  };
  return (
    <table className={classes.table} onKeyDown={onKeyDown}>
      <caption className="dl-hidden">
        Each row is a promise; each cell says what keeps it, or that nothing does yet
      </caption>
      <thead>
        <tr>
          <th scope="col">The release says</th>
          {threadColumns.map((column) => (
            <th key={column} scope="col">
              {columnTitles[column]}
            </th>
          ))}
        </tr>
      </thead>
      {shown.map((group) => (
        // Groups far from the window are neither styled nor laid out, so the page has to be told their height.
        <tbody key={group.key} style={{ '--map-rows': group.rows.length } as CSSProperties}>
          {group.rows.map((row) => (
            <PromiseRow key={row.promise.id} row={row} perhaps={proposals.get(row.promise.id)} {...actions} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface RowGroup {
  key: string;
  rows: readonly MapRow[];
}

function inGroups(rows: readonly MapRow[]): RowGroup[] {
  const count = Math.ceil(rows.length / rowsInGroup);
  return Array.from({ length: count }, (_, index) => {
    const group = rows.slice(index * rowsInGroup, (index + 1) * rowsInGroup);
    return { key: `${index}`, rows: group };
  });
}

interface PromiseRowProps extends Omit<MapTableProps, 'rows' | 'proposals'> {
  row: MapRow;
  perhaps: RowProposals | undefined;
}

/** Made of few elements, and of no further components, on purpose: a map may have hundreds of rows. */
const PromiseRow = memo(function PromiseRow({ row, perhaps, onAsk, ...actions }: PromiseRowProps) {
  const { promise, cells } = row;
  const { id, words, isImportant } = promise;
  const ask = (column: ThreadColumn) => onAsk({ from: 'promise', promise, column, instead: null });
  return (
    <tr>
      <th scope="row">
        <button type="button" className={classes.words} onClick={() => actions.onGoToPromise(id)}>
          {words}
        </button>
        <button
          type="button"
          className={classes.star}
          aria-label={`Important: ${words}`}
          aria-pressed={isImportant}
          onClick={() => actions.onImportant(promise, !isImportant)}
        />
      </th>
      {threadColumns.map((column) =>
        cells[column].length === 0 ? (
          renderGap({
            column,
            words,
            perhaps: perhaps?.[column],
            onAccept: (end) => actions.onLink(promise, end, null),
            onLink: ask,
          })
        ) : (
          <td key={column} data-column={columnTitles[column]}>
            {cells[column].map((end) => renderEnd(end, actions.onGoToEnd))}
          </td>
        ),
      )}
    </tr>
  );
});

function renderEnd(end: MapEnd, onGoTo: MapActions['onGoToEnd']) {
  return (
    <button
      key={endKey(end)}
      type="button"
      className={classes.end}
      title={end.note}
      onClick={() => onGoTo(end)}
    >
      {end.words}
      {end.number !== '' && <span className={classes.number}>{` ${end.number}`}</span>}
    </button>
  );
}

interface Gap {
  column: ThreadColumn;
  /** Of the promise. */
  words: string;
  perhaps: ThreadEnd | undefined;
  onAccept: (end: ThreadEnd) => void;
  onLink: (column: ThreadColumn) => void;
}

function renderGap({ column, words, perhaps, onAccept, onLink }: Gap) {
  const title = columnTitles[column];
  return (
    <td key={column} data-column={title} data-gap={perhaps ? 'perhaps' : 'open'}>
      {perhaps ? `Perhaps “${perhaps.words}” ` : `${gapWords[column]} `}
      {perhaps && (
        <button
          type="button"
          className={classes.act}
          aria-label={`Accept “${perhaps.words}” for “${words}”`}
          onClick={() => onAccept(perhaps)}
        >
          Accept
        </button>
      )}
      <button
        type="button"
        className={classes.act}
        aria-label={`${perhaps ? 'Other' : 'Link'} “${words}”: ${title.toLowerCase()}`}
        onClick={() => onLink(column)}
      >
        {perhaps ? 'Other' : 'Link'}
      </button>
    </td>
  );
}
