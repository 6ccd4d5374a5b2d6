import type { Table, TableCell, TableRow } from 'mdast';
import { z } from 'zod';

const lookSchema = z.object({
  colspan: z.int().min(1).max(1000),
  rowspan: z.int().min(1).max(1000),
  align: z.enum(['left', 'center', 'right']).nullable(),
});
type Look = z.infer<typeof lookSchema>;

/** What reading of a page or a Word file found out about a cell; null for a cell of Markdown, which says nothing. */
export function lookOf(cell: TableCell | undefined): Look | null {
  const data: { cell?: unknown } = cell?.data ?? {};
  return lookSchema.safeParse(data.cell).data ?? null;
}

/** No table that people write has more; beyond it, cells are taken for ones that reach over no other. */
const mostPlaces = 50_000;

/** Puts empty cells where merged ones reach, so that all rows have as many; cells that say nothing were made up. */
export function spreadCells(table: Table): void {
  const cells = table.children.map((row) => row.children.filter((cell) => lookOf(cell) !== null));
  const spread = table.children.map((): TableCell[] => []);
  let places = 0;
  for (const [row, given] of cells.entries()) {
    const line = spread[row] ?? [];
    let column = 0;
    for (const cell of given) {
      while (line[column]) column += 1;
      const { colspan = 1, rowspan = 1 } = lookOf(cell) ?? {};
      places += colspan * rowspan;
      const isWide = places <= mostPlaces;
      for (let y = row; y < Math.min(spread.length, row + (isWide ? rowspan : 1)); y += 1) {
        const under = spread[y];
        for (let x = column; under && x < column + (isWide ? colspan : 1); x += 1) under[x] ??= emptyCell();
      }
      line[column] = cell;
    }
  }
  const columns = Math.max(1, ...spread.map((line) => line.length));
  table.children = spread.map((line): TableRow => {
    return { type: 'tableRow', children: Array.from({ length: columns }, (_, x) => line[x] ?? emptyCell()) };
  });
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/**
 * The places, as row and column, that merged cells reach over, each an empty cell. A cell
 * that would reach over another one's words, or out of the table, is made one that reaches over none.
 */
export function coveredCells(table: Table): Set<string> {
  const covered = new Set<string>();
  for (const [row, { children }] of table.children.entries()) {
    for (const [column, cell] of children.entries()) {
      const look = lookOf(cell);
      if (!look || (look.colspan === 1 && look.rowspan === 1)) continue;
      const places = placesUnder(table, { row, column, ...look }, covered);
      if (places) for (const place of places) covered.add(place);
      else Object.assign(cell.data ?? {}, { cell: { ...look, colspan: 1, rowspan: 1 } });
    }
  }
  return covered;
}

/** Places of the empty cells under a merged one; null where not all of them are there and empty. */
function placesUnder(
  table: Table,
  { row, column, colspan, rowspan }: Look & { row: number; column: number },
  covered: ReadonlySet<string>,
): string[] | null {
  const places: string[] = [];
  for (let y = row; y < row + rowspan; y += 1) {
    for (let x = column; x < column + colspan; x += 1) {
      const place = `${y} ${x}`;
      if (y === row && x === column) continue;
      const cell = table.children[y]?.children[x];
      if (!cell || cell.children.length > 0 || covered.has(place)) return null;
      places.push(place);
    }
  }
  return places;
}
