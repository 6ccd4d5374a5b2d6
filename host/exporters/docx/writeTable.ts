import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ReadingBlock, ReadingCell, ReadingTable } from '../../../core/export/reading/readingBlock';
import type { DocxPlace } from './docxContext';
import { tones } from './docxStyles';
import { trackedWhole } from './trackedChange';
import { lineOf, type Where } from './writeLine';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: tones.hair } as const;

/** Width of the text on the page, in twentieths of a point. */
const measure = 9070;

const alignments = {
  left: AlignmentType.START,
  center: AlignmentType.CENTER,
  right: AlignmentType.END,
} as const;

type WriteInside = (blocks: readonly ReadingBlock[], place: DocxPlace) => (Paragraph | Table)[];

/** A table as wide as the text, whose head is repeated on every page; `write` writes what stands in its cells. */
export function writeTable(table: ReadingTable, where: Where, write: WriteInside): (Table | Paragraph)[] {
  const { context, place } = where;
  const inside = { ...place, depth: 0, style: 'Cell', width: Math.floor(place.width / table.columns) };
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const children = cellsOfRow(table, row).map((cell) => writeCell(cell, inside, write));
    const tracked = trackedWhole(place.revision, context);
    return new TableRow({ children, tableHeader: row < table.headerRows, cantSplit: true, ...tracked });
  });
  const set = new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: table.columns }, () => Math.floor(measure / table.columns)),
    layout: TableLayoutType.FIXED,
    margins: { top: 80, bottom: 40, left: 0, right: 160 },
    borders: {
      top: hair,
      bottom: hair,
      left: none,
      right: none,
      insideHorizontal: hair,
      insideVertical: none,
    },
  });
  return [set, lineOf({ style: 'Cell' }, [], where)];
}

/** Cells that begin in a row, with an empty one wherever the table has a hole. */
function cellsOfRow({ cells, columns }: ReadingTable, row: number): ReadingCell[] {
  const covers = (cell: ReadingCell, column: number) =>
    cell.row <= row &&
    row < cell.row + cell.rowspan &&
    cell.column <= column &&
    column < cell.column + cell.colspan;
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const cell = cells.find((one) => covers(one, column));
    if (!cell) return [{ ...emptyCell, row, column }];
    return cell.row === row && cell.column === column ? [cell] : [];
  });
}

const emptyCell = { colspan: 1, rowspan: 1, isHeader: false, align: null, blocks: [] };

function writeCell(cell: ReadingCell, place: DocxPlace, write: WriteInside): TableCell {
  const alignment = alignments[cell.align ?? 'left'];
  const look = cell.isHeader ? { bold: true } : {};
  const blocks = write(cell.blocks, { ...place, alignment, look });
  // A cell has to end with a paragraph.
  const children =
    blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({ style: 'Cell' })];
  return new TableCell({ children, columnSpan: cell.colspan, rowSpan: cell.rowspan });
}
