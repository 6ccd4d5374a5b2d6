import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { readLabel } from './labels';
import { isQuestionLine, questionLabelLength } from './questions';

interface ListLine {
  kind: 'bullet' | 'mark' | 'number';
  /** Of a numbered line; 0 of another. */
  number: number;
  words: string;
}

const bullet = /^[•◦▪‣●○■□☐☑]\s+(?=\S)/u;
const mark = /^[-–*]\s+(?=\S)/u;
const number = /^\(?(\d{1,3})[.)]\s+(?=\S)/u;

/**
 * Runs of plain text as paragraphs, and as lists where lines begin with the signs of one. A dash, a star or a number
 * can begin a sentence as well, so it needs a second line like it; a question or a label is never an item.
 */
export function withLists(runs: readonly string[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < runs.length; ) {
    const lines = linesOfList(runs.slice(at));
    const [first] = lines;
    const isList = first && (lines.length > 1 || first.kind === 'bullet');
    blocks.push(isList ? toList(first, lines) : paragraphOf(runs[at] ?? ''));
    at += isList ? lines.length : 1;
  }
  return blocks;
}

function linesOfList(runs: readonly string[]): ListLine[] {
  const lines: ListLine[] = [];
  for (const run of runs) {
    const line = readListLine(run);
    const before = lines.at(-1);
    if (!line || (before && !follows(before, line))) break;
    lines.push(line);
  }
  return lines;
}

function readListLine(run: string): ListLine | null {
  const sign = bullet.exec(run) ?? mark.exec(run) ?? number.exec(run);
  if (!sign) return null;
  const words = run.slice(sign[0].length);
  if (questionLabelLength(words) > 0 || isQuestionLine(words)) return null;
  if (readLabel([{ type: 'text', value: words }]) !== null) return null;
  const kind = bullet.test(run) ? 'bullet' : mark.test(run) ? 'mark' : 'number';
  return { kind, number: Number(sign[1] ?? 0), words };
}

const follows = (before: ListLine, line: ListLine): boolean =>
  line.kind === before.kind && (line.kind !== 'number' || line.number === before.number + 1);

function toList(first: ListLine, lines: readonly ListLine[]): List {
  const items = lines.map(({ words }): ListItem => {
    return { type: 'listItem', spread: false, children: [paragraphOf(words)] };
  });
  const isOrdered = first.kind === 'number';
  return {
    type: 'list',
    ordered: isOrdered,
    spread: false,
    children: items,
    ...(isOrdered && { start: first.number }),
  };
}

const paragraphOf = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});
