import { isAnchorLink } from '../../import/markdown/dialect';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import type { ReadingMark, ReadingNode } from '../reading/readingNode';
import { isReference } from '../thread/references';
import { escapeHtml } from './escapeHtml';
import type { HtmlLook, PageContext } from './htmlLook';

/** Marks as they are on a page of its own, where links can lead from one place to another. */
export const pageOpenings: HtmlLook['openings'] = {
  bold: () => ['<strong>', '</strong>'],
  italic: () => ['<em>', '</em>'],
  strike: () => ['<s>', '</s>'],
  code: () => ['<code>', '</code>'],
  link: openLink,
  // What is said about claims and promises stands behind them; their words only have a name.
  evidence: named,
  promise: named,
  // Remarks have no place on a page to be read; a suggestion shows as both its texts.
  remark: () => ['', ''],
  inserted: () => ['<ins>', '</ins>'],
  deleted: () => ['<del>', '</del>'],
};

function openLink(mark: ReadingMark): [open: string, close: string] {
  const href = escapeHtml(String(mark.attrs?.href ?? ''));
  if (isReference(mark)) return [`<sup class="ref"><a href="${href}">`, '</a></sup>'];
  return [`<a href="${href}"${isAnchorLink(href) ? '' : ' rel="noopener noreferrer"'}>`, '</a>'];
}

function named({ attrs }: ReadingMark): [open: string, close: string] {
  return typeof attrs?.anchor === 'string'
    ? [`<span id="${escapeHtml(attrs.anchor)}">`, '</span>']
    : ['', ''];
}

/** Markup for a run of inline nodes whose links are checked already. */
export function renderInlines(nodes: readonly ReadingNode[], page: PageContext): string {
  return nodes.map((node) => renderInline(node, page)).join('');
}

function renderInline(node: ReadingNode, { footnotes, look }: PageContext): string {
  if (node.type === 'hardBreak') return '<br>';
  if (node.type === 'footnote') return look.footnote(footnotes.push(stringAttr(node, 'text')));
  return (node.marks ?? []).reduce(
    (inner, mark) => {
      const [open, close] = look.openings[mark.type](mark);
      return `${open}${inner}${close}`;
    },
    escapeHtml(plainText(node)),
  );
}
