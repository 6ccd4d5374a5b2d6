import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endKey } from '../../../core/thread/itemEnds';
import { type GraphLayout, type GraphPoint, layoutGraph } from '../../../core/thread/layoutGraph';
import type { MapEnd, MapRow } from '../../../core/thread/mapRows';
import { type ThreadColumn, threadColumns } from '../../../core/thread/threadEnd';

const kinds = {
  faq: 'faq',
  step: 'step',
  screen: 'screen',
  howTo: 'howTo',
  metric: 'evidence',
  evidence: 'evidence',
};

function end(column: ThreadColumn, number: number): MapEnd {
  const id = `${column}-${number}`;
  const place = { part: 'experience', section: '' } as const;
  const kind = kinds[column] as MapEnd['kind'];
  return { kind, id, column, words: id, text: id, place, note: '', isBlank: false, number: '' };
}

const cells = fc.record(
  Object.fromEntries(threadColumns.map((column) => [column, fc.uniqueArray(fc.nat(8), { maxLength: 5 })])),
);
const rowsOf = fc.array(cells, { maxLength: 25 }).map((made) =>
  made.map((row, index): MapRow => {
    const promise = {
      id: `p${index}`,
      section: '',
      words: `Promise ${index}`,
      isImportant: false,
      record: null,
    };
    const ends = threadColumns.map((column) => [column, (row[column] ?? []).map((one) => end(column, one))]);
    return { promise, cells: Object.fromEntries(ends) as MapRow['cells'] };
  }),
);

const columnsOf = ({ columns, knots }: GraphLayout) =>
  columns.map(({ x }) => knots.filter((knot) => knot.x === x).map(({ y }) => y));
const at = ({ x, y }: GraphPoint) => `${x} ${y}`;

describe('the drawn thread', () => {
  test('shows every end once and every gap of every row', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { knots, promises } = layoutGraph(rows);
        const ends = new Set(rows.flatMap(({ cells: own }) => Object.values(own).flat().map(endKey)));
        const gaps = rows.flatMap(({ cells: own }) => Object.values(own).filter((one) => one.length === 0));
        expect(
          knots
            .filter(({ isGap }) => !isGap)
            .map(({ key }) => key)
            .sort(),
        ).toEqual([...ends].sort());
        expect(knots.filter(({ isGap }) => isGap)).toHaveLength(gaps.length);
        expect(promises).toHaveLength(rows.length);
      }),
    );
  });

  test('leaves room for words between the knots of a column, and holds all of them', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const layout = layoutGraph(rows);
        for (const heights of columnsOf(layout)) {
          const sorted = heights.toSorted((a, b) => a - b);
          for (const [index, y] of sorted.entries()) {
            expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(55);
            expect(y).toBeLessThan(layout.height);
          }
        }
      }),
    );
  });

  test('runs each thread from its promise through knots only, dotted wherever it begins or ends at a gap', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { knots, promises, stretches } = layoutGraph(rows);
        const gaps = new Set(knots.filter(({ isGap }) => isGap).map(at));
        const known = new Set([...knots, ...promises].map(at));
        expect(new Set(stretches.map(({ key }) => key)).size).toBe(stretches.length);
        for (const { from, to, isGap } of stretches) {
          expect(known.has(at(from)) && known.has(at(to))).toBe(true);
          expect(isGap).toBe(gaps.has(at(from)) || gaps.has(at(to)));
        }
      }),
    );
  });

  test('puts an end that keeps one promise on the level of that promise', () => {
    const none = Object.fromEntries(
      threadColumns.map((column) => [column, []]),
    ) as unknown as MapRow['cells'];
    const promise = { id: 'p', section: '', words: 'Soon', isImportant: false, record: null };
    const { promises, knots } = layoutGraph([{ promise, cells: { ...none, step: [end('step', 1)] } }]);
    expect(new Set([...promises, ...knots].map(({ y }) => y)).size).toBe(1);
  });
});
