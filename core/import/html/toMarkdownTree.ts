import type { Element, Nodes, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { BlockContent, Nodes as MarkdownNodes, Root as MarkdownRoot, PhrasingContent } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { spreadCells } from '../markdown/mergedCells';
import { cellLook } from './cells';
import { cleanSchema } from './cleanSchema';
import { noteElements, pairFootnotes } from './footnotePairs';
import { textProperty } from './htmlTree';
import { markPrefix } from './markPrefix';
import { mendTree } from './mendTree';
import { markStyledText, readClassStyles } from './styledText';
import { tidyMarkdown } from './tidyMarkdown';

type Handler = NonNullable<Options['handlers']>[string];

const noteReference: Handler = (_state, node) => {
  const id = textProperty(node, 'id');
  return { type: 'footnoteReference', identifier: id, label: id };
};

const noteText: Handler = (state, node) => {
  const id = textProperty(node, 'id');
  return {
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: state.toFlow(state.all(node)) as BlockContent[],
  };
};

/** What a mark in the line of a list is while lines are made: HTML would part the line. */
const standIn = 'mdxTextExpression';

const markOrLink: Handler = (state, node, parent) => {
  const id = textProperty(node, 'id');
  const isInItem = parent?.type === 'element' && parent.tagName === 'li';
  if (id.startsWith(markPrefix)) return { type: isInItem ? standIn : 'html', value: id } as never;
  const url = textProperty(node, 'href');
  return { type: 'link', url, title: null, children: state.all(node) as never };
};

/** What a cell says beside its words goes along with it: Markdown itself has no room for that. */
const cell: Handler = (state, node) => ({
  type: 'tableCell',
  children: state.all(node) as PhrasingContent[],
  data: { cell: cellLook(node) } as object,
});

const converter = unified()
  .use(rehypeRemark, {
    handlers: {
      [noteElements.reference]: noteReference,
      [noteElements.text]: noteText,
      a: markOrLink,
      td: cell,
      th: cell,
    },
  })
  .freeze();

/**
 * A page as a Markdown tree: cleaned of all but words and structure, with footnotes, checklists, styled words and
 * redirected links as what they are. Changes the tree that it is given.
 */
export function toMarkdownTree(tree: Root): MarkdownRoot {
  const classes = readClassStyles(tree);
  const clean = sanitize(tree, cleanSchema) as Nodes;
  const root: Root = clean.type === 'root' ? clean : { type: 'root', children: [clean as Element] };
  pairFootnotes(root);
  markStyledText(root, classes);
  mendTree(root);
  const markdown = converter.runSync(root) as MarkdownRoot;
  settleMarks(markdown);
  spreadTables(markdown);
  tidyMarkdown(markdown);
  return markdown;
}

/** Every row gets a cell in every column, empty where a merged one reaches over it. */
function spreadTables(node: MarkdownNodes): void {
  if (node.type === 'table') spreadCells(node);
  else if ('children' in node) for (const child of node.children) spreadTables(child);
}

/** Marks become comments in Markdown's own sense: readers skip them, and `takeMarks` takes them out. */
function settleMarks(node: MarkdownNodes): void {
  const { type }: { type: string } = node;
  if (type === standIn) Object.assign(node, { type: 'html' });
  if ('children' in node) for (const child of node.children) settleMarks(child);
}
