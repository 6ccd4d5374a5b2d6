import { DatelineError } from '../../core/api/errors';
import { drawingLimits } from '../../core/screens/drawingLimits';
import { svgAttribute } from './svgAttributes';
import { readXml, type XmlToken } from './xmlTokens';

type OpenTag = Extract<XmlToken, { kind: 'open' }>;

const svgNamespace = 'http://www.w3.org/2000/svg';
const depthLimit = 64;

/** Elements that draw something or hold what is drawn. */
const drawn = new Set(
  `svg g defs symbol use image rect path text tspan circle ellipse line polygon polyline mask clipPath title
  desc`.split(/\s+/u),
);
/** Kept as they stand, but for what is in them. */
const emptied = new Set(['metadata', 'style']);
/** Only these may hold words. */
const withWords = new Set(['text', 'tspan', 'title', 'desc']);

/**
 * Writes an SVG drawing anew with nothing in it but what draws: no scripts, no handlers, no addresses, no styles.
 * Throws `unknown-content` for a drawing with anything that could do more, and `file-too-large`.
 */
export function guardSvg(text: string): string {
  if (Buffer.byteLength(text) > drawingLimits.svg) {
    throw new DatelineError('file-too-large', 'The drawing is larger than 5 MB as SVG.');
  }
  try {
    return rewrite(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw new DatelineError(
      'unknown-content',
      'The SVG of this drawing has something in it that a drawing does not need, so it was not kept.',
      'Nothing was changed. Draw it in Dateline, or add it as a PNG picture.',
    );
  }
}

function rewrite(text: string): string {
  const open: string[] = [];
  let written = '';
  for (const token of readXml(text)) {
    if (token.kind === 'text') {
      written += wordsIn(open, token.text);
    } else if (token.kind === 'close') {
      if (open.pop() !== token.name) throw new SyntaxError('tags do not match');
      if (!isLeftOut(open, token.name)) written += `</${token.name}>`;
    } else {
      if (open.length === 0) refuseRoot(token, written);
      if (!isLeftOut(open, token.name)) written += openTag(token, open.length === 0);
      if (!token.isEmpty) open.push(token.name);
      if (open.length > depthLimit) throw new SyntaxError('too deep');
    }
  }
  if (open.length > 0 || written === '') throw new SyntaxError('not a whole drawing');
  return written;
}

/** Links are taken off what they lead from; in what is emptied, nothing is written. */
function isLeftOut(around: readonly string[], name: string): boolean {
  return name === 'a' || around.some((element) => emptied.has(element));
}

function refuseRoot({ name, attributes }: OpenTag, written: string): void {
  const namespace = attributes.find(([attribute]) => attribute === 'xmlns')?.[1];
  if (name !== 'svg' || written !== '' || namespace !== svgNamespace)
    throw new SyntaxError('not one SVG drawing');
}

function openTag({ name, attributes, isEmpty }: OpenTag, isRoot: boolean): string {
  if (!drawn.has(name) && !emptied.has(name)) throw new SyntaxError('an element is not known');
  const kept = emptied.has(name)
    ? []
    : attributes.map((given) => svgAttribute(name, given)).filter((attribute) => attribute !== null);
  const names = kept.map(([attribute]) => attribute);
  if (new Set(names).size < names.length) throw new SyntaxError('an attribute stands there twice');
  const own = isRoot ? ` xmlns="${svgNamespace}"` : '';
  const values = kept.map(([attribute, value]) => ` ${attribute}="${escapeXml(value)}"`).join('');
  return `<${name}${own}${values}${isEmpty ? '/' : ''}>`;
}

function wordsIn(open: readonly string[], words: string): string {
  const element = open.at(-1);
  if (element !== undefined && open.some((name) => emptied.has(name))) return '';
  const holder = open.findLast((name) => name !== 'a');
  if (holder !== undefined && withWords.has(holder)) return escapeXml(words);
  if (words.trim() !== '') throw new SyntaxError('words outside of a text');
  return '';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML has no place for are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/gu, (character) => entities[character] ?? '');
}
