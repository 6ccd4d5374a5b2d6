import { DatelineError } from '../../../core/api/errors';
import { readXml } from '../../screens/xmlTokens';

export interface XmlElement {
  name: string;
  attributes: readonly (readonly [name: string, value: string])[];
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/**
 * Far above what documents hold. Each element costs memory several times over until it is text, and a worker that
 * runs out of memory at the wrong moment ends the whole app, so none may come near.
 */
export const xmlLimits = { depth: 200, elements: 400_000, paragraphs: 20_000, letters: 2_500_000 } as const;

/** Bytes that begin something which costs memory while it is read, and how often each may stand in a part. */
const costlyBytes = { '<': 900_000, '=': 1_500_000, '&': 400_000 } as const;

/** The tree of a part of a Word file. Throws `file-damaged`, or `file-too-large` at a limit. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const root: XmlElement = { name: '', attributes: [], children: [] };
  const open = [root];
  const count: Counts = { elements: 0, paragraphs: 0, letters: 0 };
  checkBytes(bytes);
  try {
    for (const token of readXml(decode(bytes))) {
      const parent = open.at(-1) ?? root;
      if (token.kind === 'text') {
        parent.children.push(token.text);
        count.letters += token.text.length;
      } else if (token.kind === 'close') close(open, token.name);
      else {
        const element: XmlElement = { name: token.name, attributes: token.attributes, children: [] };
        parent.children.push(element);
        if (!token.isEmpty) open.push(element);
        count.elements += 1;
        if (token.name === 'w:p') count.paragraphs += 1;
      }
      checkLimits(count, open.length);
    }
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? unreadable(part) : thrown;
  }
  const [element] = root.children.filter((child) => typeof child !== 'string');
  if (open.length > 1 || !element) throw unreadable(part);
  return element;
}

interface Counts {
  elements: number;
  paragraphs: number;
  letters: number;
}

function checkBytes(bytes: Uint8Array): void {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  for (const [sign, most] of Object.entries(costlyBytes))
    if ((counts[sign.charCodeAt(0)] ?? 0) > most) throw tooLarge('more pieces than any text has');
}

function close(open: XmlElement[], name: string): void {
  if (open.length < 2 || open.pop()?.name !== name) throw new SyntaxError('a tag closes another');
}

function decode(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SyntaxError('letters that are none');
  }
}

function checkLimits({ elements, paragraphs, letters }: Counts, depth: number): void {
  if (letters > xmlLimits.letters) throw tooLarge('more words than any narrative has');
  if (paragraphs > xmlLimits.paragraphs)
    throw tooLarge(`more than ${xmlLimits.paragraphs.toLocaleString('en')} paragraphs`);
  if (elements > xmlLimits.elements) throw tooLarge('more pieces than any text has');
  if (depth > xmlLimits.depth) throw tooLarge('tables or other things far too deep within each other');
}

function tooLarge(what: string): DatelineError {
  return new DatelineError(
    'file-too-large',
    `This Word file holds ${what}. Nothing was changed.`,
    'Copy the text that you need into a new document and import that.',
  );
}

function unreadable(part: string): DatelineError {
  return new DatelineError(
    'file-damaged',
    `This Word file is damaged, or was not written by a word processor (${part}). Nothing was changed.`,
    'Open it in Word or LibreOffice, save it again and import that.',
  );
}

/** The same tree as text. */
export function writeXml(element: XmlElement): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const write = (node: XmlNode): void => {
    if (typeof node === 'string') {
      pieces.push(escapeXml(node));
      return;
    }
    pieces.push('<', node.name);
    for (const [name, value] of node.attributes) pieces.push(' ', name, '="', escapeXml(value), '"');
    if (node.children.length === 0) pieces.push('/>');
    else {
      pieces.push('>');
      for (const child of node.children) write(child);
      pieces.push('</', node.name, '>');
    }
  };
  write(element);
  return pieces.join('');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string) => text.replace(/[&<>"]/gu, (char) => escapes[char] ?? char);

export const isXmlElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** An attribute's value; '' where it is absent. */
export function xmlAttribute({ attributes }: XmlElement, name: string): string {
  return attributes.find(([key]) => key === name)?.[1] ?? '';
}

/** Children of this name. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => isXmlElement(child) && child.name === name);
}

/** The element that a path of names leads to; undefined where there is none. */
export function xmlChild(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (inner, name) => inner && childrenNamed(inner, name)[0],
    element,
  );
}

/** Elements of a name, however deep. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isXmlElement).flatMap((child) => {
    const below = elementsNamed(child, name);
    return child.name === name ? [child, ...below] : below;
  });
}

/** The value of a child such as `<w:pStyle w:val="…"/>`; '' where it is absent. */
export function childValue(element: XmlElement | undefined, name: string): string {
  const child = xmlChild(element, name);
  return child ? xmlAttribute(child, 'w:val') : '';
}

/** All words below an element that are not taken out. */
export function wordsOf(node: XmlNode): string {
  if (!isXmlElement(node)) return '';
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  if (node.name === 'w:tab') return ' ';
  if (node.name === 'w:br' || node.name === 'w:cr') return '\n';
  return node.children.map(wordsOf).join('');
}
