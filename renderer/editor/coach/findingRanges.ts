import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';

/** Words of a part as checks name them: offsets in the plain text of a section, an item or a plain part. */
export interface QuotedWords {
  id: string;
  section: string;
  quote: string;
  from: number;
  to: number;
}

/** The same words by their positions in the editor's document. */
export interface WordRange {
  id: string;
  from: number;
  to: number;
}

/** A line of text and where it stands: `offset` in the plain text, `pos` of its first character. */
interface Line {
  node: ProseMirrorNode;
  pos: number;
  offset: number;
  text: string;
}

/** Finds words in a part. What does not stand there any more is left out, so no mark ever sits on other words. */
export function findingRanges(
  doc: ProseMirrorNode,
  part: PartKey,
  words: readonly QuotedWords[],
): WordRange[] {
  const linesOf = createLines(doc, part);
  return words.flatMap(({ id, section, quote, from, to }) => {
    if (quote === '') return [];
    const lines = linesOf(section);
    const start = positionOf(lines, from, 'start');
    const end = positionOf(lines, to, 'end');
    if (start === null || end === null || start >= end || textOf(lines, from, to) !== quote) return [];
    return [{ id, from: start, to: end }];
  });
}

function createLines(doc: ProseMirrorNode, part: PartKey): (section: string) => readonly Line[] {
  const known = new Map<string, Line[]>();
  if (partDefinitions[part].kind === 'plain') known.set('', readLines(doc, -1));
  else {
    doc.forEach((node, pos) => {
      const key = String(node.attrs[node.type.name === 'section' ? 'key' : 'id'] ?? '');
      if (!known.has(key)) known.set(key, readLines(node, pos));
    });
  }
  return (section) => known.get(section) ?? [];
}

/** The lines below a node, counted as plain text is: empty ones are none, and space at the start does not count. */
function readLines(root: ProseMirrorNode, rootPos: number): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  const collect = (node: ProseMirrorNode, pos: number) => {
    if (!node.isTextblock) {
      node.forEach((child, inside) => {
        collect(child, pos + 1 + inside);
      });
      return;
    }
    const text = childTexts(node).join('');
    if (text === '') return;
    lines.push({ node, pos: pos + 1, offset, text });
    offset += text.length + 1;
  };
  collect(root, rootPos);
  const whole = lines.map(({ text }) => text).join('\n');
  const lead = whole.length - whole.trimStart().length;
  return lead === 0 ? lines : lines.map((line) => ({ ...line, offset: line.offset - lead }));
}

function childTexts(node: ProseMirrorNode): string[] {
  return node.children.map(inlineText);
}

/** What counts as text of an inline node; the same rule as everywhere outside of the editor. */
function inlineText(node: ProseMirrorNode): string {
  if (node.isText) return node.text ?? '';
  return plainText({ type: node.type.name, attrs: node.attrs } as RichNode);
}

function positionOf(lines: readonly Line[], offset: number, side: 'start' | 'end'): number | null {
  const line = lineAt(lines, offset);
  if (!line) return null;
  let left = offset - line.offset;
  let pos = line.pos;
  for (const child of line.node.children) {
    const length = inlineText(child).length;
    if (side === 'start' ? left < length : left <= length) {
      if (child.isText) return pos + left;
      // Inside a node that is one position wide, such as a live fact: the mark takes all of it.
      return side === 'start' || left === 0 ? pos : pos + child.nodeSize;
    }
    left -= length;
    pos += child.nodeSize;
  }
  return left === 0 ? pos : null;
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (!line) return undefined;
    if (offset < line.offset) high = middle - 1;
    else if (offset > line.offset + line.text.length) low = middle + 1;
    else return line;
  }
  return undefined;
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  const first = lineAt(lines, from);
  if (!first) return '';
  if (to <= first.offset + first.text.length) return first.text.slice(from - first.offset, to - first.offset);
  const start = lines.indexOf(first);
  const end = lines.findIndex((line) => to <= line.offset + line.text.length);
  const text = lines
    .slice(start, end + 1)
    .map((line) => line.text)
    .join('\n');
  return text.slice(from - first.offset, to - first.offset);
}
