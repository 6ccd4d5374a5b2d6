import {
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
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
import type { ReadingPart } from '../../../core/export/reading/readingBlock';
import { toReadingParts } from '../../../core/export/reading/toReadingParts';
import { printedStamp } from '../../../core/export/stamp';
import { printable } from '../../../core/import/printable';
import { narrativeHeading } from '../../../core/narrative/partState';
import { sectionText } from '../../../core/narrative/plainText';
import type { DocxContext, DocxPlace } from './docxContext';
import { bulletLevels, docxStyles, orderedLevels } from './docxStyles';
import { repack } from './repack';
import { writeBlocks } from './writeBlocks';
import { writeText } from './writeInlines';

/** Width of the text on the page, in pixels. */
const place: DocxPlace = { depth: 0, style: null, width: 605 };

/**
 * The narrative as a Word document with real headings, lists, tables, footnotes and cross-references. The same
 * document gives the same bytes.
 */
export async function exportDocx(
  document: ExportDocument,
): Promise<{ bytes: Uint8Array; warnings: ExportWarning[] }> {
  const warnings = new ExportWarnings();
  const { assets, options } = document;
  const context: DocxContext = { assets, warnings, footnotes: [], starts: new Set(), lists: 0, pictures: 0 };
  const parts = toReadingParts(document, warnings);
  const isRelease = options.layout === 'release';
  const children = isRelease
    ? parts.flatMap(({ blocks }) => writeBlocks(blocks, context, place))
    : [...writeOpening(document, parts), ...parts.flatMap((part) => writePart(part, context))];
  const file = toFile(document, context, children);
  return { bytes: repack(await Packer.pack(file, 'uint8array'), document.date), warnings: warnings.list() };
}

function toFile(document: ExportDocument, context: DocxContext, children: FileChild[]): Document {
  const { meta, content } = document;
  const section: ISectionOptions = {
    properties: { page: { size: pageSizes[document.options.paper], margin: margins } },
    headers: { default: new Header({ children: [edge([meta.name, printedStamp(document)])] }) },
    footers: { default: new Footer({ children: [footer(document)] }) },
    children,
  };
  const ordered = [...context.starts].map((start) => ({
    reference: `ordered-${start}`,
    levels: orderedLevels(start),
  }));
  return new Document({
    title: printable(narrativeHeading(content, meta.name)),
    creator: 'Dateline',
    lastModifiedBy: 'Dateline',
    styles: docxStyles(meta.language),
    numbering: { config: [{ reference: 'bullets', levels: bulletLevels }, ...ordered] },
    footnotes: Object.fromEntries(
      context.footnotes.map((text, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: writeText(text) })] },
      ]),
    ),
    sections: [section],
    pageNumbers: estimatePageNumbersWith({ guess: true }),
  });
}

/** Sizes and margins of the paper, in twentieths of a point. */
const pageSizes = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
} as const;
const margins = { top: 1500, bottom: 1300, left: 1418, right: 1418, header: 700, footer: 600 } as const;

function edge([left = '', right = '']: readonly string[]): Paragraph {
  return new Paragraph({
    style: 'Small',
    tabStops: [{ type: 'right', position: 9070 }],
    children: [new TextRun(printable(left)), new TextRun(`\t${right}`)],
  });
}

function footer({ meta, options }: ExportDocument): Paragraph {
  const note = printable(options.confidentiality || meta.confidentiality);
  return new Paragraph({
    style: 'Small',
    tabStops: [{ type: 'right', position: 9070 }],
    children: [
      new TextRun(note),
      new TextRun({ children: ['\t', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

/** Title, stamp and contents. */
function writeOpening(document: ExportDocument, parts: readonly ReadingPart[]): FileChild[] {
  const { meta, content, options } = document;
  const subtitle = printable(sectionText(content.parts.release, 'subheading'));
  const note = options.confidentiality || meta.confidentiality;
  const stamp = [meta.name, printedStamp(document), note].map(printable).filter(Boolean).join(' · ');
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: printable(narrativeHeading(content, meta.name)) }),
    ...(subtitle === '' ? [] : [new Paragraph({ style: 'Subtitle', text: subtitle })]),
    new Paragraph({ style: 'Small', text: stamp }),
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

function writePart({ title, blocks }: ReadingPart, context: DocxContext): FileChild[] {
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, pageBreakBefore: true });
  return [heading, ...writeBlocks(blocks, context, place)];
}
