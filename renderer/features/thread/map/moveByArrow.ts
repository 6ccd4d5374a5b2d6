/**
 * Moves the focus from a button of a table to one of the next cell in the direction of an arrow key, past cells
 * without any. False where there is none, or for another key.
 */
export function moveByArrow(table: HTMLTableElement, key: string): boolean {
  const direction = directions[key];
  const cell = document.activeElement?.closest('th, td');
  if (!direction || !(cell instanceof HTMLTableCellElement) || !table.contains(cell)) return false;
  const row = cell.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return false;
  let [y, x] = [row.rowIndex, cell.cellIndex];
  for (;;) {
    y += direction.rows;
    x += direction.cells;
    const next = table.rows[y]?.cells[x];
    if (!next) return false;
    const button = next.querySelector('button');
    if (!button) continue;
    button.focus();
    return true;
  }
}

const directions: Readonly<Record<string, { rows: number; cells: number }>> = {
  ArrowDown: { rows: 1, cells: 0 },
  ArrowUp: { rows: -1, cells: 0 },
  ArrowRight: { rows: 0, cells: 1 },
  ArrowLeft: { rows: 0, cells: -1 },
};
