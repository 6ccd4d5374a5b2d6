import type { Heading, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { textOf } from '../markdown/textOf';
import { readDateline } from './datelines';
import { isWholly, linesOf } from './inlines';
import { placeOfTitle } from './knownTitles';
import { readLabel } from './labels';
import { answerLabelLength, questionLabelLength } from './questions';

/**
 * The blocks of a text in the form that the placing reads: one paragraph for each label, question and answer that
 * stood on a line of its own, and body text that was styled as a heading as the paragraph it is.
 */
export function splitBlocks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    if (node.type === 'paragraph') return splitParagraph(node);
    if (node.type === 'heading') return splitHeading(node, index);
    if (node.type === 'list') return labelledList(node) ?? cutList(node);
    if (node.type === 'table') return labelledTable(node) ?? [node];
    return [node];
  });
}

/** True for a line that must stand alone, whatever surrounds it. */
function startsRun(line: readonly PhrasingContent[], text: string): boolean {
  if (questionLabelLength(text) > 0 || answerLabelLength(text) > 0) return true;
  if (readLabel(line) !== null || readDateline(text)?.hasDate === true) return true;
  return isLoneLine(line, text);
}

/** A bold line or a known title on a line of its own, which nothing after it continues. */
function isLoneLine(line: readonly PhrasingContent[], text: string): boolean {
  return (text.length <= 200 && isWholly('strong', line)) || placeOfTitle(text)?.isExact === true;
}

function splitParagraph(node: Paragraph): Paragraph[] {
  const lines = linesOf(node.children);
  if (lines.length === 1) return [node];
  const runs: PhrasingContent[][] = [];
  let isClosed = true;
  for (const line of lines) {
    const text = line.map(textOf).join('');
    if (text.trim() === '' && line.length === 0) continue;
    const run = runs.at(-1);
    if (!run || isClosed || startsRun(line, text)) runs.push(line);
    else run.push({ type: 'text', value: '\n' }, ...line);
    isClosed = isLoneLine(line, text) && readLabel(line)?.isWhole !== false;
  }
  return runs.length <= 1 ? [node] : runs.map((children) => ({ type: 'paragraph', children }));
}

/** Some write whole paragraphs in a heading's style, and some put the text under a title behind it. */
function splitHeading(node: Heading, index: number): RootContent[] {
  const text = textOf(node).trim();
  const words = text.split(/\s+/).length;
  const isBody = words > 40 || (index > 0 && words > 16 && /[.!”"]$/.test(text)) || (index > 0 && words > 28);
  const isLabelled = index > 0 && readLabel(node.children)?.isWhole === false && placeOfTitle(text) === null;
  const isAnswer = answerLabelLength(text) > 0 && words > 3;
  if (isBody || isAnswer || (isLabelled && words > 12) || readDateline(text)?.hasDate === true)
    return [{ type: 'paragraph', children: node.children }];
  return [node];
}

/** A list that holds the sections of a release: "- **Problem:** …". */
function labelledList(list: List): RootContent[] | null {
  const labelled = list.children.filter(
    ({ children: [first] }) => first?.type === 'paragraph' && readLabel(first.children),
  );
  if (labelled.length < 2 || labelled.length * 2 < list.children.length) return null;
  return list.children.flatMap(({ children }) => children as RootContent[]);
}

/** Lines right below a list are read as its last item's; a label or question among them ends the list. */
function cutList(list: List): RootContent[] {
  const item = list.children.at(-1);
  const [first, ...others] = item?.children ?? [];
  if (!item || first?.type !== 'paragraph' || others.length > 0) return [list];
  const lines = linesOf(first.children);
  const end = lines.findIndex((line, index) => index > 0 && startsRun(line, line.map(textOf).join('')));
  if (end === -1) return [list];
  const kept = { ...item, children: [{ ...first, children: joinLines(lines.slice(0, end)) }] };
  const rest: Paragraph = { type: 'paragraph', children: joinLines(lines.slice(end)) };
  return [{ ...list, children: [...list.children.slice(0, -1), kept] }, ...splitParagraph(rest)];
}

const joinLines = (lines: readonly PhrasingContent[][]): PhrasingContent[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text' as const, value: '\n' }, ...line]));

/** A table of two columns that holds the sections of a release by name. */
function labelledTable(table: Table): RootContent[] | null {
  const rows = table.children.map((row) => row.children);
  const known = rows.filter(([name]) => name && placeOfTitle(textOf(name)));
  if (known.length < 3 || rows.some((cells) => cells.length > 2)) return null;
  return rows.flatMap(([name, text]): RootContent[] => [
    ...(name && textOf(name).trim() !== ''
      ? [{ type: 'paragraph' as const, children: [{ type: 'strong' as const, children: name.children }] }]
      : []),
    ...(text && textOf(text).trim() !== '' ? [{ type: 'paragraph' as const, children: text.children }] : []),
  ]);
}
