import { plainText } from '../../narrative/plainText';
import { type MarkName, type RichMark, type RichNode, stringAttr } from '../../narrative/richText';
import { escapeHtml } from './escapeHtml';

/** Footnotes of the page in order of appearance. */
export type Footnotes = string[];

const openings: Record<MarkName, (mark: RichMark) => [open: string, close: string]> = {
  bold: () => ['<strong>', '</strong>'],
  italic: () => ['<em>', '</em>'],
  strike: () => ['<s>', '</s>'],
  code: () => ['<code>', '</code>'],
  link: (mark) => [
    `<a href="${escapeHtml(String(mark.attrs?.href ?? ''))}" rel="noopener noreferrer">`,
    '</a>',
  ],
  // Where claims are shown at all, their footnotes stand after them.
  evidence: () => ['', ''],
  promise: () => ['', ''],
};

/** Markup for a run of inline nodes whose links are checked already. */
export function renderInlines(nodes: readonly RichNode[], footnotes: Footnotes): string {
  return nodes.map((node) => renderInline(node, footnotes)).join('');
}

function renderInline(node: RichNode, footnotes: Footnotes): string {
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
