import { printable } from '../../import/printable';
import { narrativeHeading } from '../../narrative/partState';
import { sectionText } from '../../narrative/plainText';
import type { ExportDocument, ExportText } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import type { ReadingPart } from '../reading/readingBlock';
import { toReadingParts } from '../reading/toReadingParts';
import { printedStamp } from '../stamp';
import { escapeHtml } from './escapeHtml';
import type { PageContext } from './htmlLook';
import { pageStyle } from './pageStyle';
import { pageLook, renderBlocks } from './renderBlocks';

/** No scripts, nothing from elsewhere: pictures are inside of the page, and so is its look. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/** The narrative as one page that needs nothing else: for a phone, a mail or a browser. */
export function exportHtml(document: ExportDocument): ExportText {
  const warnings = new ExportWarnings();
  const parts = toReadingParts(document, warnings, { partLevel: 2 });
  const page: PageContext = { assets: document.assets, footnotes: [], look: pageLook };
  const isRelease = document.options.layout === 'release';
  const body = isRelease
    ? parts.map((part) => `<section class="part">\n${renderBlocks(part.blocks, page)}\n</section>`)
    : [renderHeader(document), renderContents(parts), ...parts.map((part) => renderPart(part, page))];
  const text = [
    '<!doctype html>',
    `<html lang="${escapeHtml(languageTag(document.meta.language))}">`,
    renderHead(printable(narrativeHeading(document.content, document.meta.name))),
    '<body>',
    `<main class="sheet${isRelease ? ' release-only' : ''}">`,
    ...body,
    renderNotes(page.footnotes),
    renderFooter(document),
    '</main>',
    '</body>',
    '</html>',
    '',
  ];
  return { text: text.filter((line) => line !== '').join('\n'), warnings: warnings.list() };
}

function renderHead(title: string): string {
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Dateline">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
  ].join('\n');
}

function renderHeader(document: ExportDocument): string {
  const { meta, content } = document;
  const subtitle = printable(sectionText(content.parts.release, 'subheading'));
  return [
    '<header>',
    `<h1 class="title" dir="auto">${escapeHtml(printable(narrativeHeading(content, meta.name)))}</h1>`,
    subtitle === '' ? '' : `<p class="subtitle" dir="auto">${escapeHtml(subtitle)}</p>`,
    `<p class="small">${escapeHtml(stampLine(document))}</p>`,
    '</header>',
  ].join('\n');
}

function renderContents(parts: readonly ReadingPart[]): string {
  const items = parts.map(({ key, title }) => `<li><a href="#${key}">${escapeHtml(title)}</a></li>`);
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>${items.join('')}</ol>\n</nav>`;
}

function renderPart({ key, title, blocks }: ReadingPart, page: PageContext): string {
  const look = key === 'release' ? 'kicker' : 'part';
  return [
    `<section class="part" id="${key}">`,
    `<h2 class="${look}">${escapeHtml(title)}</h2>`,
    renderBlocks(blocks, page),
    '</section>',
  ].join('\n');
}

function renderNotes(footnotes: readonly string[]): string {
  if (footnotes.length === 0) return '';
  const items = footnotes.map((text, index) => {
    const number = index + 1;
    const words = escapeHtml(text).replaceAll('\n', '<br>');
    return `<li id="note-${number}" dir="auto">${words} <a href="#ref-${number}" aria-label="Back to the text">↩</a></li>`;
  });
  return `<section class="notes" aria-label="Footnotes">\n<ol>${items.join('\n')}</ol>\n</section>`;
}

function renderFooter(document: ExportDocument): string {
  const { meta, options } = document;
  const note = printable(options.confidentiality || meta.confidentiality);
  return `<footer><span>${escapeHtml(note)}</span><span>${escapeHtml(printedStamp(document))}</span></footer>`;
}

function stampLine(document: ExportDocument): string {
  const { meta, options } = document;
  const note = options.confidentiality || meta.confidentiality;
  return [meta.name, printedStamp(document), note].map(printable).filter(Boolean).join(' · ');
}

function languageTag(language: string): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en';
}
