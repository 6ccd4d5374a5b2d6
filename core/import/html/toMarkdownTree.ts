import type { Element, Nodes, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { BlockContent, Root as MarkdownRoot } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { cleanSchema } from './cleanSchema';
import { noteElements, pairFootnotes } from './footnotePairs';
import { textProperty } from './htmlTree';
import { markPrefix, mendTree } from './mendTree';
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

const markOrLink: Handler = (state, node) => {
  const id = textProperty(node, 'id');
  // A comment in Markdown's own sense: readers skip it, and `takeMarks` takes it out.
  if (id.startsWith(markPrefix)) return { type: 'html', value: id };
  const url = textProperty(node, 'href');
  return { type: 'link', url, title: null, children: state.all(node) as never };
};

const converter = unified()
  .use(rehypeRemark, {
    handlers: { [noteElements.reference]: noteReference, [noteElements.text]: noteText, a: markOrLink },
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
  tidyMarkdown(markdown);
  return markdown;
}
