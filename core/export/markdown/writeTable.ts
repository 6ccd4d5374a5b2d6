import type { AlignType, Html, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import { type RichNode, stringAttr } from '../../narrative/richText';
import { writeImage } from './writeImage';
import { type LineRoom, writeInlines } from './writeInlines';
import { writeScreen } from './writeScreen';
import type { WritingContext } from './writingContext';

/**
 * A table, with a comment above it for what Markdown has no room for (headings elsewhere than in the first
 * row, column widths). Merged cells and blocks inside cells are simplified, and that is told.
 */
export function writeTable(node: RichNode, context: WritingContext): RootContent[] {
  const rows = spreadOut(node);
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  if (isSimplified(node, columns))
    context.warnings.add(
      'table-simplified',
      'A table was simplified: Markdown has no merged cells and only one paragraph in a cell.',
      context.part,
    );
  const table: Table = {
    type: 'table',
    align: Array.from({ length: columns }, (_, column) => alignOf(rows[0]?.[column])),
    children: rows.map(
      (cells): TableRow => ({
        type: 'tableRow',
        children: Array.from({ length: columns }, (_, column) => ({
          type: 'tableCell',
          children: writeCell(cells[column], context),
        })),
      }),
    ),
  };
  const details = detailsOf(rows, columns);
  const marker: Html = { type: 'html', value: formatMarker('table', '', details) };
  return Object.keys(details).length === 0 ? [table] : [marker, table];
}

const cellBlocks: readonly unknown[] = ['paragraph', 'image', 'screen'];
const fitsCell = (block: RichNode | undefined): boolean => cellBlocks.includes(block?.type);

/** Rows in which a merged cell is followed by the empty cells that it covers to its right. */
function spreadOut(table: RichNode): RichNode[][] {
  return (table.content ?? []).map((row) =>
    (row.content ?? []).flatMap((cell) => {
      const covered = Math.min(100, Math.max(0, numberAttr(cell, 'colspan') - 1));
      return [cell, ...Array.from({ length: covered }, (): RichNode => ({ type: cell.type }))];
    }),
  );
}

function isSimplified(table: RichNode, columns: number): boolean {
  return (table.content ?? []).some((row) => {
    const cells = row.content ?? [];
    return cells.length !== columns || cells.some((cell) => !isPlainCell(cell));
  });
}

function isPlainCell(cell: RichNode): boolean {
  const [first, ...others] = cell.content ?? [];
  const isOneBlock = others.length === 0 && fitsCell(first);
  return isOneBlock && numberAttr(cell, 'colspan') === 1 && numberAttr(cell, 'rowspan') === 1;
}

function writeCell(cell: RichNode | undefined, context: WritingContext): PhrasingContent[] {
  const runs = (cell?.content ?? []).map((block) => writeCellBlock(block, context));
  return runs.flatMap((run, index): PhrasingContent[] =>
    index === 0 ? run : [{ type: 'html', value: '<br>' }, ...run],
  );
}

const room: LineRoom = 'line';

function writeCellBlock(block: RichNode, context: WritingContext): PhrasingContent[] {
  if (block.type === 'image') return [writeImage(block)];
  if (block.type === 'screen') return writeScreen(block, context);
  if (block.type === 'codeBlock') return [{ type: 'inlineCode', value: block.content?.[0]?.text ?? '' }];
  const children = block.content ?? [];
  const isInline = children.every((child) => ['text', 'hardBreak', 'footnote', 'fact'].includes(child.type));
  if (isInline) return writeInlines(children, context, room);
  return children.flatMap((child, index): PhrasingContent[] => {
    const run = writeCellBlock(child, context);
    return index === 0 ? run : [{ type: 'text', value: ' ' }, ...run];
  });
}

function detailsOf(rows: readonly RichNode[][], columns: number): Record<string, unknown> {
  const kinds = rows.map((cells) => cells.map((cell) => (cell.type === 'tableHeader' ? 'h' : 'd')).join(''));
  const isUsual = kinds.every((kind, row) => kind === (row === 0 ? 'h' : 'd').repeat(columns));
  const widths = Array.from({ length: columns }, (_, column) => widthOf(rows[0]?.[column]));
  const hasWidths = widths.some((width) => width !== null);
  return { ...(isUsual ? {} : { kinds }), ...(hasWidths ? { widths } : {}) };
}

function alignOf(cell: RichNode | undefined): AlignType {
  const align = cell ? stringAttr(cell, 'align') : '';
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}

function widthOf(cell: RichNode | undefined): number | null {
  const widths = cell?.attrs?.colwidth;
  const width: unknown = Array.isArray(widths) ? widths[0] : null;
  return typeof width === 'number' && Number.isInteger(width) && width > 0 ? width : null;
}

function numberAttr(node: RichNode, name: string): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' ? value : 1;
}
