import type { ReadingBlock, ReadingCell, ReadingTable } from '../reading/readingBlock';
import { textWidth } from './textWidth';
import type { TextPage } from './writeInlines';

interface TableRoom {
  width: number;
  page: TextPage;
  /** Blocks as lines of at most `width` columns. */
  writeBlocks: (blocks: readonly ReadingBlock[], width: number, page: TextPage) => string[];
}

const gap = 2;
/** Columns narrower than this cannot be read. */
const narrowest = 8;

/**
 * A table as columns of text under a line. One with more columns than a line can hold, or inside of another, is a
 * list of its rows. A merged cell stands where it begins, which is told.
 */
export function writeTable(table: ReadingTable, { width, page, writeBlocks }: TableRoom): string[] {
  if (table.cells.some(({ colspan, rowspan }) => colspan > 1 || rowspan > 1)) page.simplify('table');
  const fits = !page.isInTable && table.columns * (narrowest + gap) - gap <= width;
  const room = { width, page: { ...page, isInTable: true }, writeBlocks };
  return fits ? inColumns(table, room) : inRows(table, room);
}

function inColumns(table: ReadingTable, room: TableRoom): string[] {
  const widths = columnWidths(table, room);
  const cellAt = cellFinder(table);
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const written = widths.map((width, column) => {
      const cell = cellAt(row, column);
      const lines = cell ? room.writeBlocks(cell.blocks, width, room.page) : [];
      return { lines, width, align: cell?.align ?? null };
    });
    const height = Math.max(1, ...written.map(({ lines }) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      inLine(written.map(({ lines, width, align }) => pad(lines[line] ?? '', width, align))),
    );
  });
  // Rows of several lines would run into each other.
  const between = rows.slice(table.headerRows).some(({ length }) => length > 1) ? [''] : [];
  const body = rows.slice(table.headerRows).flatMap((row, index) => (index > 0 ? [...between, ...row] : row));
  const head = rows.slice(0, table.headerRows).flat();
  return head.length === 0 ? body : [...head, inLine(widths.map((width) => '-'.repeat(width))), ...body];
}

const inLine = (cells: readonly string[]): string => cells.join(' '.repeat(gap)).trimEnd();

/** As wide as their words, while the line holds them; else the widest give way. */
function columnWidths({ cells, columns }: ReadingTable, { width, page, writeBlocks }: TableRoom): number[] {
  const unseen: TextPage = { ...page, footnotes: [...page.footnotes], simplify: () => undefined };
  const wanted = Array.from({ length: columns }, () => 3);
  for (const { column, colspan, blocks } of cells) {
    const lines = colspan > 1 ? [] : writeBlocks(blocks, width, unseen);
    wanted[column] = Math.max(wanted[column] ?? 3, ...lines.map(textWidth));
  }
  const available = width - gap * (columns - 1);
  const within = (most: number) => wanted.map((one) => Math.min(one, most));
  let most = available;
  while (most > narrowest && within(most).reduce((sum, one) => sum + one, 0) > available) most -= 1;
  return within(most);
}

function inRows(table: ReadingTable, { width, page, writeBlocks }: TableRoom): string[] {
  const cellAt = cellFinder(table);
  const columns = Array.from({ length: table.columns }, (_, column) => column);
  const titles = columns.map((column) => {
    const cell = table.headerRows > 0 ? cellAt(0, column) : undefined;
    return cell ? writeBlocks(cell.blocks, width - 1, page) : [];
  });
  if (table.rows === table.headerRows) return titles.flat();
  const rows = Array.from({ length: table.rows - table.headerRows }, (_, row) =>
    columns.flatMap((column) => {
      const cell = cellAt(row + table.headerRows, column);
      const title = titles[column] ?? [];
      const lines = cell ? writeBlocks(cell.blocks, width - 2, page) : [];
      return [...title.slice(0, -1), ...title.slice(-1).map((line) => `${line}:`), ...lines.map(indent)];
    }),
  );
  return rows.flatMap((row, index) => (index === 0 ? row : ['', ...row]));
}

const indent = (line: string): string => (line === '' ? '' : `  ${line}`);

function cellFinder({ cells }: ReadingTable) {
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return (row: number, column: number): ReadingCell | undefined => byPlace.get(`${row} ${column}`);
}

function pad(text: string, width: number, align: ReadingCell['align']): string {
  const free = Math.max(0, width - textWidth(text));
  if (align === 'right') return ' '.repeat(free) + text;
  const before = align === 'center' ? Math.floor(free / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(free - before);
}
