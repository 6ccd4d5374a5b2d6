import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../../../core/export/html/escapeHtml';
import { packetElementId, packetRootId } from '../../../core/review/packet/packetFile';

/** What every packet's page is made of. */
export interface PageBundle {
  script: string;
  style: string;
}

/** Reads the bundled page of packets out of its folder. */
export async function readPageBundle(folder: string): Promise<PageBundle> {
  const [script, style] = await Promise.all(
    ['packet.js', 'packet.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  if (script === undefined || style === undefined) throw new Error('The page of packets is not whole.');
  return { script: withoutEnd(script, 'script'), style: withoutEnd(style, 'style') };
}

/** A packet's own data, open or locked, and what its window is called. */
interface PageContent {
  data: unknown;
  title: string;
  /** BCP 47 tag of what is read. */
  language: string;
}

/**
 * One page that holds all it needs. It may run its own script and style, known by their hashes, and show pictures that it
 * holds; it may fetch, load, send or frame nothing.
 */
export function renderPacketPage(
  { data, title, language }: PageContent,
  { script, style }: PageBundle,
): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="${packetRootId}"><noscript>This page needs JavaScript to show what is in it. It never connects to anything.</noscript></div>
<script type="application/json" id="${packetElementId}">${toScriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that ends no element, whatever its strings say, and stays the same JSON. */
function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);
}

/** What stands between two tags must not hold the second one; each language has its own way to write the sign. */
function withoutEnd(text: string, tag: 'script' | 'style'): string {
  const sign = tag === 'script' ? '\\x3c' : '\\3c ';
  return text.trim().replace(new RegExp(`<(/${tag}|!--)`, 'gi'), `${sign}$1`);
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
