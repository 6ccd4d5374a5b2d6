import { isAnchorLink } from '../../import/markdown/dialect';
import { plainText } from '../../narrative/plainText';
import { stringAttr } from '../../narrative/richText';
import type { ReadingMark, ReadingNode } from '../reading/readingNode';
import { isReference } from '../thread/references';
import { escapeHtml } from './escapeHtml';

/** Footnotes of the page in order of appearance. */
export type Footnotes = string[];

const openings: Record<ReadingMark['type'], (mark: ReadingMark) => [open: string, close: string]> = {
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
export function renderInlines(nodes: readonly ReadingNode[], footnotes: Footnotes): string {
  return nodes.map((node) => renderInline(node, footnotes)).join('');
}

function renderInline(node: ReadingNode, footnotes: Footnotes): string {
  if (node.type === 'hardBreak') return '<br>';
  if (node.type === 'footnote') {
    const number = footnotes.push(stringAttr(node, 'text'));
    return `<sup><a href="#note-${number}" id="ref-${number}" aria-label="Footnote ${number}">${number}</a></sup>`;
  }
  return (node.marks ?? []).reduce(
    (inner, mark) => {
      const [open, close] = openings[mark.type](mark);
      return `${open}${inner}${close}`;
    },
    escapeHtml(plainText(node)),
  );
}
