import { type KeyboardEvent, memo, useDeferredValue, useMemo } from 'react';
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

/** More than any window shows; the rest follows right after the first frame. */
const rowsAtOnce = 40;

/** A row for each promise and a column for each kind of thing that can keep it; gaps stand there in words. */
export function MapTable({ rows, proposals, ...actions }: MapTableProps) {
  const first = useMemo(() => rows.slice(0, rowsAtOnce), [rows]);
  const shown = useDeferredValue(rows, first);
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
      <tbody>
        {shown.map((row) => (
          <PromiseRow key={row.promise.id} row={row} perhaps={proposals.get(row.promise.id)} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

interface PromiseRowProps extends Omit<MapTableProps, 'rows' | 'proposals'> {
  row: MapRow;
  perhaps: RowProposals | undefined;
}

/** Made of few elements on purpose: a map may have hundreds of rows. */
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
          <Gap
            key={column}
            column={column}
            words={words}
            perhaps={perhaps?.[column]}
            onAccept={(end) => actions.onLink(promise, end, null)}
            onLink={ask}
          />
        ) : (
          <td key={column} data-column={columnTitles[column]}>
            {cells[column].map((end) => (
              <EndLink key={end.id} end={end} onGoTo={actions.onGoToEnd} />
            ))}
          </td>
        ),
      )}
    </tr>
  );
});

function EndLink({ end, onGoTo }: { end: MapEnd; onGoTo: MapActions['onGoToEnd'] }) {
  return (
    <button type="button" className={classes.end} title={end.note} onClick={() => onGoTo(end)}>
      {end.words}
      {end.number !== '' && <span className={classes.number}>{` ${end.number}`}</span>}
    </button>
  );
}

interface GapProps {
  column: ThreadColumn;
  /** Of the promise. */
  words: string;
  perhaps: ThreadEnd | undefined;
  onAccept: (end: ThreadEnd) => void;
  onLink: (column: ThreadColumn) => void;
}

function Gap({ column, words, perhaps, onAccept, onLink }: GapProps) {
  const title = columnTitles[column];
  return (
    <td data-column={title} data-gap={perhaps ? 'perhaps' : 'open'}>
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
