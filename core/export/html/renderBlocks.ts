import { unwrittenLead } from '../../import/markdown/dialect';
import type { ExportAsset } from '../exportDocument';
import type {
  ReadingBlock,
  ReadingCell,
  ReadingHeading,
  ReadingList,
  ReadingPicture,
  ReadingTable,
} from '../reading/readingBlock';
import { escapeHtml } from './escapeHtml';
import type { BlockRenderers, HtmlLook, PageContext } from './htmlLook';
import { pageOpenings, renderInlines } from './renderInlines';

const blocks: BlockRenderers = {
  heading: renderHeading,
  section: () => '',
  subheading: ({ content }, page) => `<p class="subheading">${renderInlines(content, page)}</p>`,
  lead: ({ dateline, content }, page) => {
    const rest = content.length > 0 ? ` <strong>—</strong> ${renderInlines(content, page)}` : '';
    return `<p><strong>${renderInlines(dateline, page)}</strong>${rest}</p>`;
  },
  status: ({ state, words }) => {
    const name = `<span class="${state}">${state === 'blocked' ? 'Blocked' : 'Open'}</span>`;
    return `<p class="status">${[name, ...words.map(escapeHtml)].join(' · ')}</p>`;
  },
  facts: ({ facts }, page) => {
    const rows = facts.map(
      ({ label, content }) => `<dt>${escapeHtml(label)}</dt><dd>${renderInlines(content, page)}</dd>`,
    );
    return `<dl>${rows.join('')}</dl>`;
  },
  paragraph: ({ content }, page) => `<p dir="auto">${renderInlines(content, page)}</p>`,
  quote: ({ blocks }, page) => `<blockquote>${renderBlocks(blocks, page)}</blockquote>`,
  code: ({ role, text }) => {
    const name = role === '' ? '' : `<p class="call">${role === 'request' ? 'Request' : 'Response'}</p>`;
    return `${name}<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
  },
  rule: () => '<hr>',
  list: renderList,
  table: (table, page) =>
    `<div class="wide" tabindex="0" role="region" aria-label="Table"><table>${renderRows(table, page)}</table></div>`,
  picture: renderPicture,
  unwritten: ({ question, blocks }, page) => {
    const waits = question.length === 0 ? '' : ` It waits for: ${renderInlines(question, page)}`;
    const lead = `<p><strong>${unwrittenLead}</strong>${waits}</p>`;
    return `<aside class="unwritten">${lead}${renderBlocks(blocks, page)}</aside>`;
  },
};

/** Markup for a run of blocks. */
export function renderBlocks(blocks: readonly ReadingBlock[], page: PageContext): string {
  return blocks.map((block) => renderBlock(block, page)).join('\n');
}

function renderBlock<K extends ReadingBlock['type']>(
  block: ReadingBlock & { type: K },
  page: PageContext,
): string {
  return page.look.blocks[block.type](block, page);
}

/** A page of its own: names to lead to, a look of its own, a place that scrolls where something is wide. */
export const pageLook: HtmlLook = {
  blocks,
  openings: pageOpenings,
  footnote: (number) =>
    `<sup><a href="#note-${number}" id="ref-${number}" aria-label="Footnote ${number}">${number}</a></sup>`,
  align: (side) => `class="${side}"`,
};

function renderHeading(heading: ReadingHeading, page: PageContext): string {
  const { level, role, content, number, anchor } = heading;
  const count = number > 0 ? `<span class="number">${number}</span> ` : '';
  return `<h${level}${idOf(anchor)} class="${role}" dir="auto">${count}${renderInlines(content, page)}</h${level}>`;
}

function renderList({ kind, start, items }: ReadingList, page: PageContext): string {
  const rows = items.map(({ checked, blocks }) => {
    const box =
      kind === 'task'
        ? `<span class="box" role="img" aria-label="${checked ? 'Done' : 'To do'}">${checked ? '☑' : '☐'}</span>`
        : '';
    return `<li>${box}${renderBlocks(blocks, page)}</li>`;
  });
  if (kind === 'ordered') return `<ol start="${start}">${rows.join('\n')}</ol>`;
  return `<ul${kind === 'task' ? ' class="tasks"' : ''}>${rows.join('\n')}</ul>`;
}

/** The rows of a table. */
export function renderRows({ rows, headerRows, cells }: ReadingTable, page: PageContext): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = cells
      .filter((cell) => cell.row === row)
      .map((cell) => renderCell(cell, row < headerRows, page));
    return `<tr>${inRow.join('')}</tr>`;
  });
  const head = headerRows > 0 ? `<thead>${lines.slice(0, headerRows).join('\n')}</thead>` : '';
  return `${head}<tbody>${lines.slice(headerRows).join('\n')}</tbody>`;
}

function renderCell(cell: ReadingCell, isTop: boolean, page: PageContext): string {
  const name = cell.isHeader ? 'th' : 'td';
  const attributes = [
    cell.isHeader ? ` scope="${isTop ? 'col' : 'row'}"` : '',
    cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '',
    cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '',
    cell.align ? ` ${page.look.align(cell.align)}` : '',
  ];
  return `<${name}${attributes.join('')}>${renderBlocks(cell.blocks, page)}</${name}>`;
}

const idOf = (anchor: string) => (anchor === '' ? '' : ` id="${anchor}"`);

function renderPicture({ asset, alt, caption, missing, anchor }: ReadingPicture, page: PageContext): string {
  const found = asset === null ? undefined : page.assets.get(asset);
  const note = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  const figure = `<figure${idOf(anchor)}>`;
  if (!found) return `${figure}<p class="missing">${escapeHtml(missing)}</p>${note}</figure>`;
  return `${figure}${renderImage(found, alt)}${note}</figure>`;
}

/** A picture that needs no other file. */
export function renderImage({ bytes, mime, width, height }: ExportAsset, alt: string): string {
  const size = width > 0 && height > 0 ? ` width="${width}" height="${height}"` : '';
  return `<img src="data:${mime};base64,${toBase64(bytes)}" alt="${escapeHtml(alt)}"${size}>`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without help from Node or a browser. */
function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const word = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(word >> shift) & 63]);
    const missing = Math.max(0, index + 3 - bytes.length);
    parts.push(digits.slice(0, 4 - missing).join('') + '='.repeat(missing));
  }
  return parts.join('');
}
