import { endKey } from './itemEnds';
import { gapWords, type MapRow } from './mapRows';
import { type ThreadColumn, threadColumns } from './threadEnd';

/** A point of the drawing in CSS px, from its left top. */
export interface GraphPoint {
  x: number;
  y: number;
}

/** Words beside a point: those of a promise, of an end, or of a gap. */
export interface GraphLabel extends GraphPoint {
  key: string;
  words: string;
  isGap: boolean;
}

/** A stretch of a promise's thread between two points; dotted where it begins or ends at a gap. */
export interface GraphStretch {
  /** Unique among the stretches; two threads may run along the same line. */
  key: string;
  from: GraphPoint;
  to: GraphPoint;
  isGap: boolean;
}

export interface GraphLayout {
  width: number;
  height: number;
  columns: { column: ThreadColumn; x: number }[];
  promises: GraphLabel[];
  /** Each end once, however many promises it keeps; and each gap. */
  knots: GraphLabel[];
  stretches: GraphStretch[];
}

const firstColumn = 300;
const columnWidth = 142;
const head = 72;
const lane = 64;
/** Room for a knot with two lines of words under it. */
const knotRoom = 56;

/**
 * Where everything of the drawn thread stands. An end stands as near as can be to the middle of the promises
 * it keeps, without two knots of a column coming nearer than their words allow; deterministic.
 */
export function layoutGraph(rows: readonly MapRow[]): GraphLayout {
  const columns = threadColumns.map((column, index) => ({ column, x: firstColumn + index * columnWidth }));
  const promises = rows.map(({ promise: { id, words } }, index) => {
    return { key: id, words, x: firstColumn - 40, y: head + index * lane, isGap: false };
  });
  const placed = columns.map(({ column, x }) => placeColumn(rows, column, x));
  const knots = placed.flatMap((column) => [...column.values()]);
  const lowest = Math.max(head, ...[...promises, ...knots].map(({ y }) => y));
  return {
    width: firstColumn + columns.length * columnWidth,
    height: lowest + lane,
    columns,
    promises,
    knots,
    stretches: rows.flatMap((row, index) => threadOf(row, promises[index], placed)),
  };
}

type Placed = Map<string, GraphLabel>;

const gapKey = (row: MapRow, column: ThreadColumn): string => `gap:${column}:${row.promise.id}`;

const keysIn = (row: MapRow, column: ThreadColumn): string[] =>
  row.cells[column].length === 0 ? [gapKey(row, column)] : row.cells[column].map(endKey);

function placeColumn(rows: readonly MapRow[], column: ThreadColumn, x: number): Placed {
  const wanted = new Map<string, { words: string; lanes: number[]; isGap: boolean }>();
  rows.forEach((row, index) => {
    const y = head + index * lane;
    for (const end of row.cells[column]) {
      const known = wanted.get(endKey(end));
      if (known) known.lanes.push(y);
      else wanted.set(endKey(end), { words: end.words, lanes: [y], isGap: false });
    }
    if (row.cells[column].length === 0) {
      wanted.set(gapKey(row, column), { words: gapWords[column], lanes: [y], isGap: true });
    }
  });
  const inOrder = [...wanted]
    .map(([key, { words, lanes, isGap }]) => ({ key, words, isGap, wish: mean(lanes) }))
    .sort((a, b) => a.wish - b.wish);
  const heights = spread(inOrder.map(({ wish }) => wish));
  return new Map(
    inOrder.map(({ key, words, isGap }, index) => {
      return [key, { key, words, isGap, x, y: heights[index] ?? head }];
    }),
  );
}

/** A thread runs through every knot of a column and goes on from the one that is nearest to its lane. */
function threadOf(row: MapRow, start: GraphPoint | undefined, placed: readonly Placed[]): GraphStretch[] {
  if (!start) return [];
  const stretches: GraphStretch[] = [];
  let from = { x: start.x, y: start.y, isGap: false };
  threadColumns.forEach((column, index) => {
    const knots = keysIn(row, column).flatMap((key) => placed[index]?.get(key) ?? []);
    for (const { x, y, isGap } of knots) {
      const key = `${row.promise.id}/${stretches.length}`;
      stretches.push({ key, from: { x: from.x, y: from.y }, to: { x, y }, isGap: isGap || from.isGap });
    }
    from = knots.reduce(
      (nearest, knot) => (far(knot, start) < far(nearest, start) ? knot : nearest),
      knots[0] ?? from,
    );
  });
  return stretches;
}

const far = (a: GraphPoint, b: GraphPoint): number => Math.abs(a.y - b.y);
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(numbers.length, 1);

/**
 * The heights nearest to the wished ones, given from top to bottom, with room between all of them: neighbours
 * that wish for the same place are moved as a block, as in isotonic regression.
 */
function spread(wishes: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let block = { sum: wish - index * knotRoom, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const levels = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return levels.map((level, index) => Math.round(Math.max(level, head) + index * knotRoom));
}
