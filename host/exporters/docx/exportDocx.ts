import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ExportWarning } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { ExportWarnings } from '../../../core/export/exportWarnings';
import { mapBlocks } from '../../../core/export/reading/mapBlocks';
import type { ReadingPart } from '../../../core/export/reading/readingBlock';
import type { ReadingNode } from '../../../core/export/reading/readingNode';
import { toReadingParts } from '../../../core/export/reading/toReadingParts';
import type { DrawnReview } from '../../../core/export/review/drawnReview';
import { drawReview } from '../../../core/export/review/drawReview';
import { printedStamp } from '../../../core/export/stamp';
import { anchorPrefix } from '../../../core/import/markdown/dialect';
import { printable } from '../../../core/import/printable';
import { narrativeHeading } from '../../../core/narrative/partState';
import { sectionText } from '../../../core/narrative/plainText';
import { writeExportMark } from '../../../core/review/exportMark';
import { bookmarkName, type DocxContext, type DocxPlace } from './docxContext';
import { DocxRemarks } from './docxRemarks';
import { bulletLevels, docxStyles, orderedLevels } from './docxStyles';
import { repack } from './repack';
import { directionOf, languageTag } from './scripts';
import { writeBlocks } from './writeBlocks';
import { type Manner, type RunContext, writeText } from './writeText';

/** Width of the text on the page, in pixels. */
const place: DocxPlace = { depth: 0, style: null, width: 605, revision: null };

/**
 * The narrative as a Word document with real headings, lists, tables, footnotes and cross-references, its
 * review as comments and tracked changes. The same document gives the same bytes.
 */
export async function exportDocx(
  document: ExportDocument,
  review = drawReview(document),
): Promise<{ bytes: Uint8Array; warnings: ExportWarning[] }> {
  const warnings = new ExportWarnings();
  const parts = toReadingParts(document, warnings, review ? { review } : {});
  const context = newContext(document, parts, { warnings, review });
  if (!context.knowsPages) warnings.add('pages-left-open', pagesSentence);
  const isRelease = document.options.layout === 'release';
  const children = isRelease
    ? parts.flatMap(({ blocks }) => writeBlocks(blocks, context, place))
    : [...writeOpening(document, parts, context), ...parts.flatMap((part) => writePart(part, context))];
  const file = toFile(document, context, children);
  return { bytes: repack(await Packer.pack(file, 'uint8array'), document), warnings: warnings.list() };
}

function newContext(
  { assets, meta }: ExportDocument,
  parts: readonly ReadingPart[],
  { warnings, review }: { warnings: ExportWarnings; review: DrawnReview | undefined },
): DocxContext {
  const runs: RunContext = { language: languageTag(meta.language), changes: 0 };
  return Object.assign(runs, {
    assets,
    warnings,
    remarks: new DocxRemarks(review, parts, runs),
    footnotes: [],
    starts: new Set<number>(),
    lists: 0,
    pictures: 0,
    knowsPages: wordsIn(parts) <= pagedWords,
    sections: [],
  });
}

/** Working out on which page everything is takes a second for this many words, and a minute for ten times as many. */
const pagedWords = 20_000;

const pagesSentence =
  'The document is too long to work out its page numbers here. Word does it when you open the file and let it update its fields.';

/** Words between spaces, which is near enough. */
function wordsIn(parts: readonly ReadingPart[]): number {
  let words = 0;
  const inlines = (nodes: ReadingNode[]) => {
    for (const { text = '' } of nodes) words += text.split(' ').length;
    return nodes;
  };
  for (const { blocks } of parts) mapBlocks(blocks, { inlines });
  return words;
}

function toFile(document: ExportDocument, context: DocxContext, children: FileChild[]): Document {
  const { meta, content } = document;
  const manner = { context, revision: null };
  const section: ISectionOptions = {
    properties: { page: { size: pageSizes[document.options.paper], margin: margins } },
    headers: { default: new Header({ children: [edge([meta.name, printedStamp(document)], manner)] }) },
    footers: { default: new Footer({ children: [footer(document, manner)] }) },
    children,
  };
  const ordered = [...context.starts].map((start) => ({
    reference: `ordered-${start}`,
    levels: orderedLevels(start),
  }));
  const comments = context.remarks.list();
  return new Document({
    title: printable(narrativeHeading(content, meta.name)),
    subject: printable(printedStamp(document)),
    creator: 'Dateline',
    lastModifiedBy: 'Dateline',
    customProperties: identity(document),
    styles: docxStyles(context.language),
    numbering: { config: [{ reference: 'bullets', levels: bulletLevels }, ...ordered] },
    footnotes: Object.fromEntries(
      context.footnotes.map((text, index) => [index + 1, { children: [footnote(text, manner)] }]),
    ),
    ...(comments.length === 0 ? {} : { comments: { children: comments } }),
    sections: [section],
    ...(context.knowsPages
      ? { pageNumbers: estimatePageNumbersWith({ guess: true }) }
      : { features: { updateFields: true } }),
  });
}

const footnote = (text: string, manner: Manner) =>
  new Paragraph({
    style: 'FootnoteText',
    ...directionOf(text),
    children: [new TextRun(' '), ...writeText(text, manner)],
  });

/** What tells which narrative and version the file came from, when it comes back. */
function identity({ mark }: ExportDocument): { name: string; value: string }[] {
  const fields = mark ? Object.entries(writeExportMark(mark)) : [];
  return fields
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ name: `dateline-${key}`, value }));
}

/** Sizes and margins of the paper, in twentieths of a point. */
const pageSizes = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
} as const;
const margins = { top: 1500, bottom: 1300, left: 1418, right: 1418, header: 700, footer: 600 } as const;

function edge([left = '', right = '']: readonly string[], manner: Manner): Paragraph {
  return new Paragraph({
    style: 'Small',
    tabStops: [{ type: 'right', position: 9070 }],
    children: [...writeText(printable(left), manner), ...writeText(`\t${printable(right)}`, manner)],
  });
}

function footer({ meta, options }: ExportDocument, manner: Manner): Paragraph {
  const note = printable(options.confidentiality || meta.confidentiality);
  return new Paragraph({
    style: 'Small',
    tabStops: [{ type: 'right', position: 9070 }],
    children: [
      ...writeText(note, manner),
      new TextRun({ children: ['\t', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

/** Title, stamp and contents. */
function writeOpening(
  document: ExportDocument,
  parts: readonly ReadingPart[],
  context: DocxContext,
): FileChild[] {
  const { meta, content, options } = document;
  const manner = { context, revision: null };
  const line = (options: IParagraphOptions, text: string) =>
    new Paragraph({ ...options, ...directionOf(text), children: writeText(text, manner) });
  const subtitle = printable(sectionText(content.parts.release, 'subheading'));
  const note = options.confidentiality || meta.confidentiality;
  const stamp = [meta.name, printedStamp(document), note].map(printable).filter(Boolean).join(' · ');
  return [
    line({ heading: HeadingLevel.TITLE }, printable(narrativeHeading(content, meta.name))),
    ...(subtitle === '' ? [] : [line({ style: 'Subtitle' }, subtitle)]),
    line({ style: 'Small' }, stamp),
    new Paragraph({ style: 'Contents', text: 'Contents' }),
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: isShort(parts) ? '1-2' : '1-1',
      beginDirty: false,
    }),
  ];
}

/** Contents that fit beside the title name questions and stories, too; longer ones name parts alone. */
function isShort(parts: readonly ReadingPart[]): boolean {
  const inner = parts.flatMap(({ blocks }) =>
    blocks.filter((block) => block.type === 'heading' && block.level <= 2),
  );
  return inner.length + parts.length <= 30;
}

function writePart({ key, title, blocks, remarks }: ReadingPart, context: DocxContext): FileChild[] {
  const words = context.remarks.aroundAll(remarks, [new TextRun(title)]);
  const named = new Bookmark({ id: bookmarkName(`${anchorPrefix}part-${key}`), children: words });
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [named],
  });
  return [heading, ...writeBlocks(blocks, context, place)];
}
