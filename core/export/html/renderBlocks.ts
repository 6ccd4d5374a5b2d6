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
import { type Footnotes, renderInlines } from './renderInlines';

/** What blocks of one page share while it is rendered. */
export interface PageContext {
  assets: ReadonlyMap<string, ExportAsset>;
  footnotes: Footnotes;
}

type Renderers = {
  [K in ReadingBlock['type']]: (block: ReadingBlock & { type: K }, page: PageContext) => string;
};

const renderers: Renderers = {
  heading: renderHeading,
  section: () => '',
  subheading: ({ content }, page) => `<p class="subheading">${inline(content, page)}</p>`,
  lead: ({ dateline, content }, page) => {
    const rest = content.length > 0 ? ` <strong>—</strong> ${inline(content, page)}` : '';
    return `<p><strong>${inline(dateline, page)}</strong>${rest}</p>`;
  },
  status: ({ state, words }) => {
    const name = `<span class="${state}">${state === 'blocked' ? 'Blocked' : 'Open'}</span>`;
    return `<p class="status">${[name, ...words.map(escapeHtml)].join(' · ')}</p>`;
  },
  facts: ({ facts }, page) => {
    const rows = facts.map(
      ({ label, content }) => `<dt>${escapeHtml(label)}</dt><dd>${inline(content, page)}</dd>`,
    );
    return `<dl>${rows.join('')}</dl>`;
  },
  paragraph: ({ content }, page) => `<p dir="auto">${inline(content, page)}</p>`,
  quote: ({ blocks }, page) => `<blockquote>${renderBlocks(blocks, page)}</blockquote>`,
  code: ({ role, text }) => {
    const name = role === '' ? '' : `<p class="call">${role === 'request' ? 'Request' : 'Response'}</p>`;
    return `${name}<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
  },
  rule: () => '<hr>',
  list: renderList,
  table: renderTable,
  picture: renderPicture,
  unwritten: ({ question, blocks }, page) => {
    const waits = question.length === 0 ? '' : ` It waits for: ${inline(question, page)}`;
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
  return renderers[block.type](block, page);
}

const inline = (content: Parameters<typeof renderInlines>[0], page: PageContext) =>
  renderInlines(content, page.footnotes);

function renderHeading(heading: ReadingHeading, page: PageContext): string {
  const { level, role, content, number, anchor } = heading;
  const count = number > 0 ? `<span class="number">${number}</span> ` : '';
  return `<h${level}${idOf(anchor)} class="${role}" dir="auto">${count}${inline(content, page)}</h${level}>`;
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

function renderTable({ rows, headerRows, cells }: ReadingTable, page: PageContext): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = cells
      .filter((cell) => cell.row === row)
      .map((cell) => renderCell(cell, row < headerRows, page));
    return `<tr>${inRow.join('')}</tr>`;
  });
  const head = headerRows > 0 ? `<thead>${lines.slice(0, headerRows).join('\n')}</thead>` : '';
  const body = `<tbody>${lines.slice(headerRows).join('\n')}</tbody>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table>${head}${body}</table></div>`;
}

function renderCell(cell: ReadingCell, isTop: boolean, page: PageContext): string {
  const name = cell.isHeader ? 'th' : 'td';
  const attributes = [
    cell.isHeader ? ` scope="${isTop ? 'col' : 'row'}"` : '',
    cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '',
    cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '',
    cell.align ? ` class="${cell.align}"` : '',
  ];
  return `<${name}${attributes.join('')}>${renderBlocks(cell.blocks, page)}</${name}>`;
}

const idOf = (anchor: string) => (anchor === '' ? '' : ` id="${anchor}"`);

function renderPicture({ asset, alt, caption, missing, anchor }: ReadingPicture, page: PageContext): string {
  const found = asset === null ? undefined : page.assets.get(asset);
  const note = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  const figure = `<figure${idOf(anchor)}>`;
  if (!found) return `${figure}<p class="missing">${escapeHtml(missing)}</p>${note}</figure>`;
  const size = found.width > 0 && found.height > 0 ? ` width="${found.width}" height="${found.height}"` : '';
  const source = `data:${found.mime};base64,${toBase64(found.bytes)}`;
  return `${figure}<img src="${source}" alt="${escapeHtml(alt)}"${size}>${note}</figure>`;
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
