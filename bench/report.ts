/** One table of a benchmark run, ready to be printed as Markdown. */
export interface Table {
  title: string;
  /** What was measured, and the goal it is held against. */
  note: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export function renderTable({ title, note, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', note, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join(
    '\n',
  );
}
