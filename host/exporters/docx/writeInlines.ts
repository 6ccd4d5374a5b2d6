import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  PageReference,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ReadingMark, ReadingNode } from '../../../core/export/reading/readingNode';
import { isReference } from '../../../core/export/thread/references';
import { isAnchorLink } from '../../../core/import/markdown/dialect';
import { plainText } from '../../../core/narrative/plainText';
import { stringAttr } from '../../../core/narrative/richText';
import { bookmarkName, type DocxContext } from './docxContext';

/** Runs for inline nodes whose links are checked already. */
export function writeInlines(
  nodes: readonly ReadingNode[],
  context: DocxContext,
  look: IRunOptions = {},
): ParagraphChild[] {
  return nodes.flatMap((node) => writeInline(node, context, look));
}

function writeInline(node: ReadingNode, { footnotes }: DocxContext, look: IRunOptions): ParagraphChild[] {
  if (node.type === 'hardBreak') return [new TextRun({ break: 1 })];
  if (node.type === 'footnote') return [new FootnoteReferenceRun(footnotes.push(stringAttr(node, 'text')))];
  const marks = node.marks ?? [];
  const link = marks.find(({ type }) => type === 'link');
  const runs = writeText(plainText(node), { ...look, ...lookOf(marks, link) });
  return named(marks, link ? linked(link, runs) : runs);
}

/** Text with its line ends as breaks. */
export function writeText(text: string, look: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function lookOf(marks: readonly ReadingMark[], link: ReadingMark | undefined): IRunOptions {
  const has = (name: ReadingMark['type']) => marks.some(({ type }) => type === name);
  return {
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(has('code') ? { style: 'InlineCode' } : {}),
    ...(link ? { style: isReference(link) ? 'Reference' : 'Hyperlink' } : {}),
  };
}

function linked(link: ReadingMark, children: TextRun[]): ParagraphChild[] {
  const href = String(link.attrs?.href ?? '');
  if (!isAnchorLink(href)) return [new ExternalHyperlink({ link: href, children })];
  const anchor = bookmarkName(href.slice(1));
  const jump = new InternalHyperlink({ anchor, children });
  if (link.attrs?.saysPage !== true) return [jump];
  return [jump, new TextRun(' p.\u00a0'), new PageReference(anchor, { hyperlink: true })];
}

function named(marks: readonly ReadingMark[], children: ParagraphChild[]): ParagraphChild[] {
  const names = marks.flatMap(({ attrs }) => (typeof attrs?.anchor === 'string' ? [attrs.anchor] : []));
  return names.reduce<ParagraphChild[]>(
    (inner, anchor) => [new Bookmark({ id: bookmarkName(anchor), children: inner })],
    children,
  );
}
