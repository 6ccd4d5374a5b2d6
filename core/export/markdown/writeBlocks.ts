import type { BlockContent, Html, ListItem, Paragraph, RootContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import { type NodeName, type RichNode, stringAttr } from '../../narrative/richText';
import { screenAsBlock, unwrittenLead } from '../plainScreens';
import { writeImage } from './writeImage';
import { writeInlines } from './writeInlines';
import { writeTable } from './writeTable';
import type { WritingContext } from './writingContext';

/** Nodes that make up parts; `writePart` writes them, as their Markdown depends on the part. */
type StructureName =
  | 'doc'
  | 'section'
  | 'faqItem'
  | 'faqQuestion'
  | 'useCase'
  | 'storyFact'
  | 'step'
  | 'manual'
  | 'title';
type InsideName =
  | 'listItem'
  | 'taskItem'
  | 'tableRow'
  | 'tableHeader'
  | 'tableCell'
  | 'text'
  | 'hardBreak'
  | 'footnote'
  | 'fact';
type BlockName = Exclude<NodeName, StructureName | InsideName>;

type BlockWriter = (node: RichNode, context: WritingContext) => RootContent[];

const blockWriters: Record<BlockName, BlockWriter> = {
  paragraph: (node, context) => [paragraphOrEmpty(node, context)],
  heading: (node, context) => [
    {
      type: 'heading',
      depth: depthOf(node.attrs?.level),
      children: writeInlines(node.content ?? [], context, 'line'),
    },
  ],
  bulletList: (node, context) => [
    { type: 'list', ordered: false, ...looseness(node), children: items(node, context) },
  ],
  orderedList: (node, context) => [
    { type: 'list', ordered: true, start: startOf(node), ...looseness(node), children: items(node, context) },
  ],
  taskList: (node, context) => [
    { type: 'list', ordered: false, ...looseness(node), children: items(node, context) },
  ],
  blockquote: (node, context) => [{ type: 'blockquote', children: writeInside(node, context) }],
  codeBlock: (node) => [
    {
      type: 'code',
      lang: stringAttr(node, 'language') === '' ? null : stringAttr(node, 'language'),
      value: (node.content ?? []).map((text) => text.text ?? '').join(''),
    },
  ],
  horizontalRule: () => [{ type: 'thematicBreak' }],
  table: writeTable,
  image: (node) => [{ type: 'paragraph', children: [writeImage(node)] }],
  screen: (node, context) => writeBlock(screenAsBlock(node, context.screens), context),
  unwritten: (node, context) => [...writeBlock(unwrittenLead(node), context), ...writeInside(node, context)],
};

export function isBlock(node: RichNode): boolean {
  return Object.hasOwn(blockWriters, node.type);
}

/** The Markdown for one block. Throws on a node that is none, rather than lose it. */
export function writeBlock(node: RichNode, context: WritingContext): RootContent[] {
  const write = isBlock(node) ? blockWriters[node.type as BlockName] : undefined;
  if (!write) throw new Error(`A ${node.type} cannot stand where a block is wanted.`);
  return write(node, context);
}

/** The comment that stands for a paragraph without a word, which Markdown does not know. */
export const emptyParagraph = (): Html => ({ type: 'html', value: formatMarker('empty') });

function paragraphOrEmpty(node: RichNode, context: WritingContext): Paragraph | Html {
  const children = writeInlines(node.content ?? [], context);
  return children.length === 0 ? emptyParagraph() : { type: 'paragraph', children };
}

function writeInside(node: RichNode, context: WritingContext): BlockContent[] {
  return (node.content ?? []).flatMap((child) => writeBlock(child, context)) as BlockContent[];
}

function items(list: RichNode, context: WritingContext): ListItem[] {
  return (list.content ?? []).map((item): ListItem => {
    const isTask = item.type === 'taskItem';
    const children = writeInside(item, context);
    return {
      type: 'listItem',
      spread: children.length > 1,
      checked: isTask ? item.attrs?.checked === true : null,
      children: isTask ? boxed(item, children) : children,
    };
  });
}

/** A box wants words right behind it; where there are none, a comment stands in for them. */
function boxed(item: RichNode, children: BlockContent[]): BlockContent[] {
  const [first, ...rest] = children;
  if (first?.type === 'paragraph' && item.content?.[0]?.type === 'paragraph') return children;
  const isEmptyParagraph = item.content?.[0]?.type === 'paragraph';
  const marker: Html = { type: 'html', value: formatMarker(isEmptyParagraph ? 'empty' : 'text') };
  const stand: Paragraph = { type: 'paragraph', children: [marker] };
  return isEmptyParagraph ? [stand, ...rest] : [stand, ...children];
}

function looseness(list: RichNode): { spread: boolean } {
  return { spread: (list.content ?? []).some((item) => (item.content?.length ?? 0) > 1) };
}

function depthOf(level: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  return level === 1 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 2;
}

function startOf(list: RichNode): number {
  const start = list.attrs?.start;
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 ? start : 1;
}
