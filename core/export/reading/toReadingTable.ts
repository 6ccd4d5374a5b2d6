import { stringAttr } from '../../narrative/richText';
import type { ReadingBlock, ReadingCell, ReadingTable } from './readingBlock';
import type { ReadingNode } from './readingNode';

/** Cells with the places they take, so that no two overlap and none reaches out of the table. */
export function toReadingTable(
  node: ReadingNode,
  readCell: (cell: ReadingNode) => ReadingBlock[],
): ReadingTable {
  const rows = (node.content ?? []).map((row) => row.content ?? []);
  const columns = Math.max(
    1,
    ...rows.map((cells) => cells.reduce((sum, cell) => sum + span(cell, 'colspan'), 0)),
  );
  const taken = new Set<string>();
  const cells: ReadingCell[] = [];
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (taken.has(`${rowIndex} ${column}`)) column += 1;
      if (column >= columns) break;
      const colspan = freeColumns({
        taken,
        row: rowIndex,
        column,
        wanted: Math.min(span(cell, 'colspan'), columns - column),
      });
      const rowspan = Math.min(span(cell, 'rowspan'), rows.length - rowIndex);
      for (let y = rowIndex; y < rowIndex + rowspan; y += 1)
        for (let x = column; x < column + colspan; x += 1) taken.add(`${y} ${x}`);
      cells.push({
        column,
        row: rowIndex,
        colspan,
        rowspan,
        isHeader: cell.type === 'tableHeader',
        align: alignOf(cell),
        blocks: readCell(cell),
      });
      column += colspan;
    }
  });
  return { type: 'table', columns, rows: rows.length, headerRows: isHeaderRow(cells) ? 1 : 0, cells };
}

interface Place {
  taken: ReadonlySet<string>;
  row: number;
  column: number;
  wanted: number;
}

function freeColumns({ taken, row, column, wanted }: Place): number {
  let free = 1;
  while (free < wanted && !taken.has(`${row} ${column + free}`)) free += 1;
  return free;
}

function isHeaderRow(cells: readonly ReadingCell[]): boolean {
  const first = cells.filter((cell) => cell.row === 0);
  return first.length > 0 && first.every((cell) => cell.isHeader && cell.rowspan === 1);
}

function span(cell: ReadingNode, name: 'colspan' | 'rowspan'): number {
  const value = cell.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) ? Math.min(100, Math.max(1, value)) : 1;
}

function alignOf(cell: ReadingNode): ReadingCell['align'] {
  const align = stringAttr(cell, 'align');
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}
