import type { Element } from 'hast';
import { classesOf, isElement, textProperty } from './htmlTree';

/** What a cell says beside its words. */
export interface CellLook {
  colspan: number;
  rowspan: number;
  align: 'left' | 'center' | 'right' | null;
}

/** No table that people write reaches further; a page could say any number. */
const most = { columns: 100, rows: 1000 };

/** How far a cell reaches and how it is aligned, told by its own properties once its words are made one line. */
export function settleCell(cell: Element): void {
  cell.properties.colSpan = spanOf(cell, 'colSpan', most.columns);
  cell.properties.rowSpan = spanOf(cell, 'rowSpan', most.rows);
  const [first] = cell.children.filter(isElement);
  const align = [cell, ...(first ? [first] : [])].map(alignOf).find((found) => found !== null);
  if (align) cell.properties.align = align;
  else delete cell.properties.align;
}

/** What a settled cell says. */
export function cellLook(cell: Element): CellLook {
  const align = alignOf(cell);
  const { columns, rows } = most;
  return { colspan: spanOf(cell, 'colSpan', columns), rowspan: spanOf(cell, 'rowSpan', rows), align };
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan', highest: number): number {
  const span = Math.floor(Number(cell.properties[name] ?? 1));
  return span >= 1 ? Math.min(span, highest) : 1;
}

const styled = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/iu;

function alignOf(element: Element): CellLook['align'] {
  const classes = classesOf(element);
  if (classes.includes('dateline-center')) return 'center';
  if (classes.includes('dateline-right')) return 'right';
  const told = textProperty(element, 'align') || styled.exec(textProperty(element, 'style'))?.[1] || '';
  const align = told.toLowerCase();
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}
