import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import { atomCharacter } from '../../review/partText';
import { formatMarker } from '../markdown/dialect';
import { inOneLine } from '../markdown/inOneLine';
import { textOf } from '../markdown/textOf';

/** Mends what making Markdown of a page leaves behind, so that no words are lost in reading it. */
export function tidyMarkdown(root: Root): void {
  tidyBelow(root);
}

function tidyBelow(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tidyBelow(child);
  if (isLine(node)) setChildren(node, joinAlike(node.children.flatMap(toPhrasing)));
  else
    setChildren(
      node,
      node.children.flatMap((child) => tidyBlock(child, node)),
    );
}

function setChildren(node: Parents, children: Nodes[]): void {
  node.children = children as typeof node.children;
}

const lines = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'strong',
  'emphasis',
  'delete',
  'link',
  'tableCell',
]);
const isLine = ({ type }: Nodes) => lines.has(type);

const phrasing = new Set<Nodes['type']>([
  'text',
  'strong',
  'emphasis',
  'delete',
  'link',
  'inlineCode',
  'break',
  'html',
  'image',
  'footnoteReference',
]);

/** Blocks within a line, which a page may hold and Markdown may not, become lines of it. */
function toPhrasing(node: Nodes): PhrasingContent[] {
  if (phrasing.has(node.type)) return [node as PhrasingContent];
  if (!('children' in node)) return 'value' in node ? [{ type: 'text', value: node.value }] : [];
  return [{ type: 'break' }, ...node.children.flatMap(toPhrasing)];
}

/** Neighbours of one look as one, as they were before a place between them was named. */
function joinAlike(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else if (last && 'children' in last && 'children' in node && lookOf(last) === lookOf(node))
      joined[joined.length - 1] = {
        ...last,
        children: joinAlike([...last.children, ...node.children]),
      } as PhrasingContent;
    else joined.push(node);
  }
  return joined;
}

const lookOf = (node: PhrasingContent) => (node.type === 'link' ? `link ${node.url}` : node.type);

/** An item or cell without its list or table is a list or line by itself. */
function tidyBlock(node: Nodes, parent: Nodes): Nodes[] {
  if (node.type === 'listItem' && parent.type !== 'list')
    return [{ type: 'list', ordered: false, children: [node] }];
  if (node.type === 'tableCell' && parent.type !== 'tableRow')
    return [{ type: 'paragraph', children: node.children }];
  return node.type === 'table' ? tidyTable(node) : [node];
}

/** A table without a head says so in the comment above it; a first row that is all bold is a head. */
function tidyTable(node: Table): Nodes[] {
  const [first, ...rows] = node.children;
  if (!first || rows.length === 0 || !first.children.every(({ children }) => children.length === 0))
    return [node];
  const table: Table = { ...node, children: rows };
  if (rows[0] && rows.length > 1 && isAllBold(rows[0])) return [table];
  const kinds = rows.map(({ children }) => 'd'.repeat(children.length));
  const marker: Html = { type: 'html', value: formatMarker('table', '', { kinds }) };
  return [marker, table];
}

function isAllBold({ children }: TableRow): boolean {
  const words = children.filter((cell) => textOf(cell).trim() !== '');
  return (
    words.length > 0 &&
    words.every((cell) => cell.children.every((node) => node.type === 'strong' || textOf(node).trim() === ''))
  );
}

/** Places in the text that were named before reading, by their name: how much of the text stands before them. */
export interface MarkedText {
  text: string;
  marks: ReadonlyMap<string, number>;
}

/** Takes the named places out of a tree, one line per block of its text. */
export function takeMarks(root: Root, prefix: string): MarkedText {
  const marks = new Map<string, number>();
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  const beginLine = () => {
    if (length > 0 && !pieces.at(-1)?.endsWith('\n')) write('\n');
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      if (node.value.startsWith(prefix)) marks.set(node.value.slice(prefix.length), length);
    } else if (node.type === 'break' || node.type === 'footnoteReference') write(atomCharacter);
    else if (node.type === 'image') {
      beginLine();
      write(`${atomCharacter}\n`);
    } else if ('value' in node) write(inOneLine(node.value));
    if (!('children' in node)) return;
    if (!isLine(node) || ['paragraph', 'heading', 'tableCell'].includes(node.type)) beginLine();
    for (const child of node.children) visit(child);
  };
  visit(root);
  dropMarks(root, prefix);
  return { text: pieces.join(''), marks };
}

function dropMarks(node: Nodes, prefix: string): void {
  if (!('children' in node)) return;
  const isMark = (child: Nodes) => child.type === 'html' && child.value.startsWith(prefix);
  const kept = (node.children as RootContent[]).filter((child) => !isMark(child));
  for (const child of kept) dropMarks(child, prefix);
  const filled = kept.filter((child) => !(isEmptied(child) && node.children.length > 0));
  setChildren(node, isLine(node) ? joinAlike(filled as PhrasingContent[]) : filled);
}

/** What held nothing but a mark. */
const isEmptied = (node: Nodes) =>
  ['paragraph', 'strong', 'emphasis', 'delete', 'link'].includes(node.type) &&
  'children' in node &&
  node.children.length === 0;
