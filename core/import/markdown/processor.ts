import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

/** Marks wider than the table they stand in need no padding: lengths then do not depend on the script. */
const gfm = { tableCellPadding: true, tablePipeAlign: true } as const;

const parser = unified().use(remarkParse).use(remarkGfm, gfm).use(keepEscapedAddresses).freeze();
const writer = unified()
  .use(remarkGfm, gfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    fences: true,
    rule: '_',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

/** Parses GitHub-flavoured Markdown. Never fails: every text is Markdown. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

/** Writes Markdown that parses back to the same tree. */
export function stringifyMarkdown(root: Root): string {
  return writer.stringify(root);
}

interface FromMarkdownExtension {
  transforms?: unknown[];
}

/**
 * Bare addresses become links while parsing; a second pass over the finished text would link those that were
 * escaped, too, so that pass is taken out.
 */
function keepEscapedAddresses(this: Processor): undefined {
  const data = this.data() as {
    fromMarkdownExtensions?: (FromMarkdownExtension | FromMarkdownExtension[])[];
  };
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) delete extension.transforms;
}
