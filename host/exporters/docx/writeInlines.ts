import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReference,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  PageReference,
  type ParagraphChild,
} from 'docx';
import { type ReadingMark, type ReadingNode, revisionOf } from '../../../core/export/reading/readingNode';
import { isReference } from '../../../core/export/thread/references';
import { isAnchorLink } from '../../../core/import/markdown/dialect';
import { plainText } from '../../../core/narrative/plainText';
import { stringAttr } from '../../../core/narrative/richText';
import { bookmarkName, type DocxContext, type DocxPlace } from './docxContext';
import { type Manner, type Run, writeRun, writeText } from './writeText';

/** Runs for inline nodes whose links are checked already. */
export function writeInlines(
  nodes: readonly ReadingNode[],
  context: DocxContext,
  place: Pick<DocxPlace, 'revision' | 'look'>,
): ParagraphChild[] {
  return nodes.flatMap((node) => {
    const manner = { context, revision: revisionOf(node) ?? place.revision };
    return context.remarks.around(node, writeInline(node, context, { ...manner, look: place.look ?? {} }));
  });
}

interface InlineManner extends Manner {
  look: IRunOptions;
}

function writeInline(node: ReadingNode, context: DocxContext, manner: InlineManner): ParagraphChild[] {
  const { footnotes } = context;
  if (node.type === 'hardBreak') return [writeRun({ break: 1 }, manner)];
  if (node.type === 'footnote') return [writeFootnote(footnotes.push(stringAttr(node, 'text')), manner)];
  const marks = node.marks ?? [];
  const link = marks.find(({ type }) => type === 'link');
  const runs = writeText(plainText(node), manner, { ...manner.look, ...lookOf(marks, link) });
  return named(marks, link ? linked(link, runs, { ...manner, context }) : runs);
}

function writeFootnote(number: number, manner: Manner): ParagraphChild {
  if (!manner.revision) return new FootnoteReferenceRun(number);
  return writeRun({ style: 'FootnoteReference', children: [new FootnoteReference(number)] }, manner);
}

/** What is said of a mark of review stands around its words, not in their look. */
const looks: Readonly<Record<ReadingMark['type'], IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  strike: { strike: true },
  code: { style: 'InlineCode' },
  link: { style: 'Hyperlink' },
  evidence: {},
  promise: {},
  remark: {},
  inserted: {},
  deleted: {},
};

function lookOf(marks: readonly ReadingMark[], link: ReadingMark | undefined): IRunOptions {
  const look: IRunOptions = Object.assign({}, ...marks.map(({ type }) => looks[type]));
  // One run has one style, and where a link leads matters more than what its words are.
  return link ? { ...look, style: isReference(link) ? 'Reference' : 'Hyperlink' } : look;
}

function linked(
  link: ReadingMark,
  children: Run[],
  manner: Manner & { context: DocxContext },
): ParagraphChild[] {
  const href = String(link.attrs?.href ?? '');
  if (!isAnchorLink(href)) return [new ExternalHyperlink({ link: href, children })];
  const anchor = bookmarkName(href.slice(1));
  const jump = new InternalHyperlink({ anchor, children });
  // A number that the reader's program works out cannot be suggested.
  if (link.attrs?.saysPage !== true || manner.revision || !manner.context.knowsPages) return [jump];
  return [jump, writeRun({ text: ' p.\u00a0' }, manner), new PageReference(anchor, { hyperlink: true })];
}

function named(marks: readonly ReadingMark[], children: ParagraphChild[]): ParagraphChild[] {
  const names = marks.flatMap(({ attrs }) => (typeof attrs?.anchor === 'string' ? [attrs.anchor] : []));
  return names.reduce<ParagraphChild[]>(
    (inner, anchor) => [new Bookmark({ id: bookmarkName(anchor), children: inner })],
    children,
  );
}
