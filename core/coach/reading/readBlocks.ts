import type { PartKey } from '../../narrative/parts';
import { plainText } from '../../narrative/plainText';
import { type NodeName, type RichNode, stringAttr } from '../../narrative/richText';
import { type BlockSource, CoachBlock } from './coachBlock';

const lines: ReadonlySet<NodeName> = new Set([
  'paragraph',
  'heading',
  'faqQuestion',
  'title',
  'storyFact',
  'codeBlock',
]);

type Around = Pick<BlockSource, 'part' | 'section' | 'list' | 'isCited'>;
type Line = Pick<BlockSource, 'text'> & {
  codes: { from: number; to: number }[];
  links: { from: number; to: number }[];
  notes: number[];
};

/**
 * The written blocks below a node, in order, and its plain text without space around it. Offsets count in
 * that text, which is what findings point into; a block that begins with space may begin before it.
 */
export function readBlocks(
  node: RichNode,
  place: { part: PartKey; section: string },
): { text: string; blocks: CoachBlock[] } {
  const sources: BlockSource[] = [];
  collect(node, { ...place, list: null, isCited: false }, sources);
  const whole = sources.map(({ text }) => text).join('\n');
  let from = whole.trimStart().length - whole.length;
  const blocks = sources.map((source) => {
    const block = new CoachBlock(source, from);
    // Blocks are parted by one line break, as in plain text.
    from += source.text.length + 1;
    return block;
  });
  return { text: whole.trim(), blocks: blocks.filter(({ text }) => text.trim() !== '') };
}

/** How many blocks `readBlocks` finds below a node, without reading any of them. */
export function countBlocks(node: RichNode): number {
  if (lines.has(node.type)) return (node.content ?? []).some(hasWords) ? 1 : 0;
  return (node.content ?? []).reduce((count, child) => count + countBlocks(child), 0);
}

function hasWords(node: RichNode): boolean {
  return /\S/u.test(plainText(node));
}

function collect(node: RichNode, around: Around, sources: BlockSource[]): void {
  if (lines.has(node.type)) {
    const line = readLine(node);
    if (line.text !== '') sources.push({ ...around, ...line, kind: node.type });
    return;
  }
  const inside = withContainer(around, node);
  for (const child of node.content ?? []) collect(child, inside, sources);
}

function withContainer(around: Around, node: RichNode): Around {
  if (node.type === 'blockquote') return { ...around, isCited: true };
  if (node.type === 'bulletList' || node.type === 'taskList') return { ...around, list: 'bullet' };
  return node.type === 'orderedList' ? { ...around, list: 'ordered' } : around;
}

function readLine(node: RichNode): Line {
  const line: Line = { text: '', codes: [], links: [], notes: [] };
  for (const child of node.content ?? []) {
    if (child.type === 'footnote') line.notes.push(line.text.length);
    const text = plainText(child);
    const range = { from: line.text.length, to: line.text.length + text.length };
    for (const { type } of child.marks ?? []) {
      if (type === 'code') line.codes.push(range);
      if (type === 'link') line.links.push(range);
      if (type === 'evidence') line.notes.push(range.to);
    }
    line.text += text;
  }
  return line;
}

/** Key of a fixed section or id of an item; '' for a block that stands in neither. */
export function placeKey(node: RichNode): string {
  return stringAttr(node, node.type === 'section' ? 'key' : 'id');
}
