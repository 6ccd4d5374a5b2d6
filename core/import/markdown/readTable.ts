import type { Table, TableCell } from 'mdast';
import { z } from 'zod';
import type { RichNode } from '../../narrative/richText';
import { isPicture } from './annotations';
import { coveredCells, lookOf } from './mergedCells';
import { readInlines } from './readInlines';
import type { ReadingContext } from './readingContext';

const detailsSchema = z.object({
  /** Kind of each cell where it is not "first row heads, others do not": h or d, one word per row. */
  kinds: z.array(z.string().regex(/^[hd]*$/)).default([]),
  /** Column widths in pixels, per column. */
  widths: z.array(z.int().min(1).max(10_000).nullable()).default([]),
});

/** A table with, from the comment above it, what Markdown has no room for. */
export function readTable(node: Table, context: ReadingContext, data: Record<string, unknown>): RichNode {
  const parsed = detailsSchema.safeParse(data);
  const details = parsed.success ? parsed.data : { kinds: [], widths: [] };
  const columns = Math.max(...node.children.map((row) => row.children.length));
  const covered = coveredCells(node);
  const rows = node.children.map((row, rowIndex): RichNode => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const cell = row.children[column];
      if (covered.has(`${rowIndex} ${column}`)) return [];
      const kind = details.kinds[rowIndex]?.[column] ?? (rowIndex === 0 ? 'h' : 'd');
      const width = details.widths[column] ?? null;
      const look = lookOf(cell) ?? { align: node.align?.[column] ?? null };
      const attrs = { colwidth: width === null ? null : [width], ...look };
      return [cellNode(kind === 'h', attrs, readCell(cell, context))];
    });
    return { type: 'tableRow', content: cells.flat() };
  });
  return { type: 'table', content: rows };
}

function cellNode(isHeader: boolean, attrs: Record<string, unknown>, content: RichNode[]): RichNode {
  const all = { colspan: 1, rowspan: 1, ...attrs };
  return { type: isHeader ? 'tableHeader' : 'tableCell', attrs: all, content };
}

function readCell(cell: TableCell | undefined, context: ReadingContext): RichNode[] {
  const inlines = readInlines(cell?.children ?? [], context);
  const pictures = inlines.filter(isPicture);
  const words = inlines.filter((node) => !isPicture(node));
  if (pictures.length > 0 && words.length === 0) return pictures;
  return [{ type: 'paragraph', content: words }, ...pictures];
}
