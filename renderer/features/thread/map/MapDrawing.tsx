import { useId, useMemo } from 'react';
import { type GraphLabel, type GraphStretch, layoutGraph } from '../../../../core/thread/layoutGraph';
import { columnTitles, type MapRow } from '../../../../core/thread/mapRows';
import classes from './MapDrawing.module.css';
import { wrapWords } from './wrapWords';

/** The thread drawn: each promise a gold line through the knots that keep it, dotted where nothing does. */
export function MapDrawing({ rows }: { rows: readonly MapRow[] }) {
  const [title, description] = [useId(), useId()];
  const { width, height, columns, promises, knots, stretches } = useMemo(() => layoutGraph(rows), [rows]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard
    <section className={classes.scroll} aria-label="The golden thread, drawn" tabIndex={0}>
      <svg
        role="img"
        aria-labelledby={title}
        aria-describedby={description}
        className={classes.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        <title id={title}>The golden thread, drawn</title>
        <desc id={description}>
          {`${rows.length === 1 ? '1 promise' : `${rows.length} promises`}, each a line through what keeps it. The table says the same in words.`}
        </desc>
        {columns.map(({ column, x }) => (
          <text key={column} className={classes.column} x={x - 5} y={26}>
            {columnTitles[column]}
          </text>
        ))}
        {stretches.map((stretch) => (
          <path
            key={stretch.key}
            className={classes.stretch}
            data-gap={stretch.isGap || undefined}
            d={pathOf(stretch)}
          />
        ))}
        {promises.map((promise) => (
          <Words key={promise.key} label={promise} at={{ x: 24, y: promise.y - 4 }} />
        ))}
        {knots.map((knot) => (
          <g key={knot.key} data-gap={knot.isGap || undefined} className={classes.knot}>
            <circle cx={knot.x} cy={knot.y} r={knot.isGap ? 4 : 5} />
            <Words label={knot} at={{ x: knot.x - 5, y: knot.y + 20 }} />
          </g>
        ))}
      </svg>
    </section>
  );
}

/** As many letters as a line of a promise, and of a knot, has room for. */
const letters = { promise: 30, knot: 21 };

function Words({ label, at }: { label: GraphLabel; at: { x: number; y: number } }) {
  const isPromise = at.x < letters.promise;
  const lines = wrapWords(label.words, isPromise ? letters.promise : letters.knot);
  return (
    <text className={isPromise ? classes.promise : classes.label} x={at.x} y={at.y}>
      {lines.map((line, index) => (
        <tspan key={line} x={at.x} dy={index === 0 ? 0 : isPromise ? 20 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A line that leaves and arrives level, so that threads part and meet like threads. */
function pathOf({ from, to }: GraphStretch): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
