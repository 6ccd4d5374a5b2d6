import { isAnchorLink, unwrittenLead } from '../../import/markdown/dialect';
import type { ReadingList } from '../reading/readingBlock';
import { escapeHtml } from './escapeHtml';
import type { BlockRenderers, HtmlLook, PageContext } from './htmlLook';
import { pageLook, renderBlocks, renderImage, renderRows } from './renderBlocks';
import { renderInlines } from './renderInlines';

/** What other programs keep of HTML: no classes, no names, no links within, no elements they do not know. */
const blocks: BlockRenderers = {
  ...pageLook.blocks,
  heading: ({ level, content, number }, page) => {
    const count = number > 0 ? `${number}. ` : '';
    return `<h${level} dir="auto">${count}${renderInlines(content, page)}</h${level}>`;
  },
  subheading: ({ content }, page) => `<p dir="auto"><em>${renderInlines(content, page)}</em></p>`,
  status: ({ state, words }) => {
    const line = [state === 'blocked' ? 'Blocked' : 'Open', ...words].map(escapeHtml).join(' · ');
    return `<p><em>${line}</em></p>`;
  },
  facts: ({ facts }, page) =>
    facts
      .map(({ label, content }) => {
        const name = `<strong>${escapeHtml(label)}:</strong>`;
        return `<p dir="auto">${name} ${renderInlines(content, page)}</p>`;
      })
      .join('\n'),
  code: ({ role, text }) => {
    const name = role === '' ? '' : `<p><strong>${role === 'request' ? 'Request' : 'Response'}</strong></p>`;
    return `${name}<pre><code>${escapeHtml(text)}</code></pre>`;
  },
  list: renderList,
  table: (table, page) =>
    `<table border="1" cellpadding="6" style="border-collapse: collapse">${renderRows(table, page)}</table>`,
  picture: ({ asset, alt, caption, missing }, page) => {
    const found = asset === null ? undefined : page.assets.get(asset);
    const picture = found ? renderImage(found, alt) : escapeHtml(missing || `[Picture: ${alt}]`);
    return `<p>${picture}</p>${caption === '' ? '' : `<p><em>${escapeHtml(caption)}</em></p>`}`;
  },
  unwritten: ({ question, blocks }, page) => {
    const waits = question.length === 0 ? '' : ` It waits for: ${renderInlines(question, page)}`;
    const lead = `<p><strong>${unwrittenLead}</strong>${waits}</p>`;
    return `<blockquote>${lead}${renderBlocks(blocks, page)}</blockquote>`;
  },
};

function renderList({ kind, start, items }: ReadingList, page: PageContext): string {
  const rows = items.map(({ checked, blocks: inside }) => {
    const box = kind === 'task' ? `${checked ? '☑' : '☐'} ` : '';
    return `<li>${box}${renderBlocks(inside, page)}</li>`;
  });
  return kind === 'ordered' ? `<ol start="${start}">${rows.join('\n')}</ol>` : `<ul>${rows.join('\n')}</ul>`;
}

const nothing = (): [open: string, close: string] => ['', ''];

/** HTML to be pasted into a mail or a document of another program. */
export const fragmentLook: HtmlLook = {
  blocks,
  openings: {
    ...pageLook.openings,
    link: (mark) => {
      const href = String(mark.attrs?.href ?? '');
      if (isAnchorLink(href)) return nothing();
      return [`<a href="${escapeHtml(href)}">`, '</a>'];
    },
    evidence: nothing,
    promise: nothing,
  },
  footnote: (number) => `<sup>[${number}]</sup>`,
  align: (side) => `style="text-align: ${side}"`,
};
