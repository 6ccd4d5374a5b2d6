import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
} from 'mdast';
import { z } from 'zod';
import type { RichNode } from '../../narrative/richText';
import { isPicture } from './annotations';
import { type Marker, parseMarker, unwrittenLead } from './dialect';
import { joinTexts, readInlines } from './readInlines';
import type { ReadingContext } from './readingContext';
import { readTable } from './readTable';
import { textOf } from './textOf';

type Block = RootContent | BlockContent | DefinitionContent;

/** Blocks of a container (list item, quote, a part without structure). */
export function readBlocks(nodes: readonly Block[], context: ReadingContext): RichNode[] {
  let pending: Marker | null = null;
  return nodes.flatMap((node) => {
    const blocks = readBlock(node, context, pending);
    pending = node.type === 'html' ? parseMarker(node.value) : null;
    return blocks;
  });
}

/** The blocks that one Markdown block stands for; `marker` is the comment right above it, if there is one. */
export function readBlock(node: Block, context: ReadingContext, marker: Marker | null = null): RichNode[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, context);
    case 'heading':
      return splitAtImages(readInlines(node.children, context), (content) => ({
        type: 'heading',
        attrs: { level: node.depth, ...headingIds(marker) },
        content,
      }));
    case 'blockquote':
      return [readQuote(node, context, marker)];
    case 'code':
      return [readCode(node.lang ?? null, node.meta ?? null, node.value)];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'list':
      return readList(node, context);
    case 'table':
      return [readTableNode(node, context, marker)];
    case 'html':
      return readHtmlBlock(node.value);
    case 'yaml':
      return node.value.split('\n').map((line) => paragraphOf(line));
    default:
      return [];
  }
}

/** A quote; below a comment that says so, what cannot be written yet. */
function readQuote(node: Blockquote, context: ReadingContext, marker: Marker | null): RichNode {
  const isUnwritten = marker?.name === 'unwritten';
  const [first, ...rest] = node.children;
  const children = isUnwritten && first && isLead(first) ? rest : node.children;
  const content = atLeastOne(readBlocks(children, context));
  if (!isUnwritten || content.some(({ type }) => type !== 'paragraph'))
    return { type: 'blockquote', content };
  return { type: 'unwritten', attrs: unwrittenSchema.parse(marker.data), content };
}

function isLead(node: Block): boolean {
  const [word] = node.type === 'paragraph' ? node.children : [];
  return word?.type === 'strong' && textOf(word) === unwrittenLead;
}

const id = z.string().min(1).max(200);
const unwrittenSchema = z.object({
  id: id.nullable().catch(null),
  question: id.catch(''),
  words: z.string().catch(''),
});
const headingSchema = z.object({ id: id.nullable().catch(null), from: id.catch('') });
const screenSchema = z.object({ id });

/** Ids that a comment gives to the heading below it. */
const headingIds = (marker: Marker | null) =>
  marker?.name === 'heading' ? headingSchema.parse(marker.data) : {};

/** The screen that a comment in a line of its own stands for. */
export function screenNamed(marker: Marker): RichNode[] {
  const named = screenSchema.safeParse(marker.data);
  return named.success ? [{ type: 'screen', attrs: { id: named.data.id } }] : [];
}

function readParagraph(node: Paragraph, context: ReadingContext): RichNode[] {
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'html' && parseMarker(only.value)?.name === 'text')
    return [];
  return splitAtImages(readInlines(node.children, context), (content) => ({ type: 'paragraph', content }));
}

/** Pictures are blocks of their own here, so a run of text with a picture in it becomes several blocks. */
function splitAtImages(inlines: RichNode[], wrap: (content: RichNode[]) => RichNode): RichNode[] {
  if (!inlines.some(isPicture)) return [wrap(inlines)];
  const blocks: RichNode[] = [];
  let run: RichNode[] = [];
  const flush = () => {
    if (run.some((node) => node.type !== 'text' || node.text?.trim() !== '')) blocks.push(wrap(trimRun(run)));
    run = [];
  };
  for (const node of inlines) {
    if (isPicture(node)) {
      flush();
      blocks.push(node);
    } else run.push(node);
  }
  flush();
  return blocks;
}

function trimRun(run: RichNode[]): RichNode[] {
  const trimmed = joinTexts(run).map((node, index, all) => {
    if (node.type !== 'text') return node;
    let text = node.text ?? '';
    if (index === 0) text = text.trimStart();
    if (index === all.length - 1) text = text.trimEnd();
    return { ...node, text };
  });
  return trimmed.filter((node) => node.type !== 'text' || node.text !== '');
}

function readCode(lang: string | null, meta: string | null, value: string): RichNode {
  const info = [lang, meta].filter((word) => word !== null).join(' ');
  const [, language, role] = /^(?:(.*?) )?(request|response)$/su.exec(info) ?? [null, info, null];
  const content: RichNode[] = value === '' ? [] : [{ type: 'text', text: value }];
  return { type: 'codeBlock', attrs: { language: language || null, role }, content };
}

/** One list, or several where items with and without a box are mixed: ours are all one kind. */
function readList(list: List, context: ReadingContext): RichNode[] {
  const lists: RichNode[] = [];
  for (const item of list.children) {
    const isTask = typeof item.checked === 'boolean';
    const type = isTask ? 'taskList' : list.ordered ? 'orderedList' : 'bulletList';
    let current = lists.at(-1);
    if (current?.type !== type) {
      current = { type, content: [] };
      if (type === 'orderedList') current.attrs = { start: list.start ?? 1 };
      lists.push(current);
    }
    current.content?.push(readItem(item, context));
  }
  return lists;
}

function readItem(item: ListItem, context: ReadingContext): RichNode {
  const content = atLeastOne(readBlocks(item.children, context));
  return typeof item.checked === 'boolean'
    ? { type: 'taskItem', attrs: { checked: item.checked }, content }
    : { type: 'listItem', content };
}

function readTableNode(node: Table, context: ReadingContext, marker: Marker | null): RichNode {
  return readTable(node, context, marker?.name === 'table' ? marker.data : {});
}

function readHtmlBlock(html: string): RichNode[] {
  const marker = parseMarker(html);
  if (marker?.name === 'screen') return screenNamed(marker);
  if (marker) return marker.name === 'empty' ? [{ type: 'paragraph' }] : [];
  if (/^<br\s*\/?>$/i.test(html.trim())) return [{ type: 'paragraph', content: [{ type: 'hardBreak' }] }];
  return html
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraphOf);
}

/** A paragraph of plain text; blank text gives an empty one. */
export function paragraphOf(text: string): RichNode {
  return text.trim() === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text }] };
}

/** Content rules want at least one block in every container. */
export function atLeastOne(blocks: RichNode[]): RichNode[] {
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks;
}
