import { printable } from '../../import/printable';
import { narrativeHeading } from '../../narrative/partState';
import { type PartKey, partKeys } from '../../narrative/parts';
import { sectionText } from '../../narrative/plainText';
import type { ExportDocument, ExportText } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import type { ReadingPart } from '../reading/readingBlock';
import { toReadingParts } from '../reading/toReadingParts';
import { printedStamp } from '../stamp';
import { wrapText } from './wrapText';
import { underline, writeBlocks } from './writeBlocks';
import type { Simplified, TextPage } from './writeInlines';

/** Columns of a line, as mails are usually set: a reply can quote it twice before it breaks. */
const lineWidth = 72;

const sentences: Record<Simplified, string> = {
  picture: 'Plain text has no pictures: what they show stands in their place, in words.',
  strike: 'Plain text cannot strike words out: they stand between tildes, ~like this~.',
  table: 'A table was simplified: plain text has no merged cells.',
};

/** The narrative as plain text for a mail: lines of 72 columns, footnotes at the end. */
export function exportText(document: ExportDocument): ExportText {
  const warnings = new ExportWarnings();
  const parts = toReadingParts(document, warnings, { partLevel: 2 });
  const footnotes: string[] = [];
  const isRelease = document.options.layout === 'release';
  const pageOf = ({ key }: ReadingPart): TextPage => ({
    footnotes,
    isInTable: false,
    simplify: (what) =>
      warnings.add(what === 'table' ? 'table-simplified' : 'attribute-lost', sentences[what], partOf(key)),
  });
  const pieces = [
    ...(isRelease ? [] : [header(document)]),
    ...parts.map((part) => {
      const written = writeBlocks(part.blocks, lineWidth, pageOf(part));
      return isRelease ? written : [...underline(wrapText(part.title, lineWidth), 2), '', ...written];
    }),
    notes(footnotes),
    ...(isRelease ? [stampLines(document)] : []),
  ];
  const text = pieces
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join(isRelease ? '\n' : '\n\n');
  return { text, warnings: warnings.list() };
}

function header(document: ExportDocument): string[] {
  const { meta, content } = document;
  const title = wrapText(printable(narrativeHeading(content, meta.name)), lineWidth);
  const subtitle = printable(sectionText(content.parts.release, 'subheading'));
  return [
    ...underline(title, 1),
    ...(subtitle === '' ? [] : ['', ...wrapText(subtitle, lineWidth)]),
    '',
    ...stampLines(document),
  ];
}

function stampLines(document: ExportDocument): string[] {
  const { meta, options } = document;
  const note = options.confidentiality || meta.confidentiality;
  const line = [meta.name, printedStamp(document), note].map(printable).filter(Boolean).join(' · ');
  return wrapText(line, lineWidth);
}

function notes(footnotes: readonly string[]): string[] {
  if (footnotes.length === 0) return [];
  const lines = footnotes.flatMap((text, index) => {
    const mark = `[${index + 1}] `;
    const room = ' '.repeat(mark.length);
    return wrapText(text, lineWidth - mark.length).map((line, at) =>
      `${at === 0 ? mark : room}${line}`.trimEnd(),
    );
  });
  return [...underline(['Notes'], 2), '', ...lines];
}

const partOf = (key: ReadingPart['key']): PartKey | undefined => partKeys.find((part) => part === key);
