import type { BlockContent, Code, Html, ListItem, Paragraph, RootContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import { isBlank } from '../../narrative/plainText';
import { type NodeName, type RichNode, stringAttr } from '../../narrative/richText';
import { writeAnchor } from './writeAnchor';
import { writeImage } from './writeImage';
import { writeInlines } from './writeInlines';
import { writeScreen } from './writeScreen';
import { writeTable } from './writeTable';
import { writeUnwrittenLead } from './writeUnwritten';
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
  heading: writeHeading,
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
  codeBlock: (node) => [writeCode(node)],
  horizontalRule: () => [{ type: 'thematicBreak' }],
  table: writeTable,
  image: (node) => [{ type: 'paragraph', children: [writeImage(node)] }],
  screen: (node, context) => [{ type: 'paragraph', children: writeScreen(node, context) }],
  unwritten: (node, context) => [
    { type: 'html', value: formatMarker('unwritten', '', node.attrs ?? {}) },
    { type: 'blockquote', children: [writeUnwrittenLead(node, context), ...writeInside(node, context)] },
  ],
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

/** A heading with an id, such as a how-to, says it in a comment above. */
function writeHeading(node: RichNode, context: WritingContext): RootContent[] {
  const ids = idsOfHeading(node);
  const name = isBlank(node) ? '' : context.anchors.take('howTo', stringAttr(node, 'id'));
  const words = writeInlines(node.content ?? [], context, 'line');
  const children = [...words, ...writeAnchor(name)];
  const heading: RootContent = { type: 'heading', depth: depthOf(node.attrs?.level), children };
  return ids ? [{ type: 'html', value: formatMarker('heading', '', ids) }, heading] : [heading];
}

/** What a heading has besides its words; null for nothing. */
export function idsOfHeading(node: RichNode): Record<string, unknown> | null {
  const [id, from] = [stringAttr(node, 'id'), stringAttr(node, 'from')];
  if (id === '' && from === '') return null;
  return { ...(id === '' ? {} : { id }), ...(from === '' ? {} : { from }) };
}

/** What a call shows is the last word behind the fence. */
function writeCode(node: RichNode): Code {
  const info = [stringAttr(node, 'language'), stringAttr(node, 'role')]
    .filter((word) => word !== '')
    .join(' ');
  const [, lang, meta] = /^(\S+) (.+)$/su.exec(info) ?? [null, info, null];
  const value = (node.content ?? []).map((text) => text.text ?? '').join('');
  return { type: 'code', lang: lang || null, meta: meta ?? null, value };
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
