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
  const isRelease = document.options.layout === 'release';
  const simplify: ReadingRoom['simplify'] = (what, { key }) =>
    warnings.add(what === 'table' ? 'table-simplified' : 'attribute-lost', sentences[what], partOf(key));
  const reading = writeReading(parts, { hasTitles: !isRelease, simplify });
  const stamp = `${stampLines(document).join('\n')}\n`;
  const text = isRelease ? `${reading}\n${stamp}` : `${header(document).join('\n')}\n\n\n${reading}`;
  return { text, warnings: warnings.list() };
}

interface ReadingRoom {
  /** Whether each part stands under its title. */
  hasTitles: boolean;
  /** Hears of what plain text has no room for. */
  simplify: (what: Simplified, part: ReadingPart) => void;
}

/** Parts as plain text, with their footnotes behind them. */
export function writeReading(parts: readonly ReadingPart[], { hasTitles, simplify }: ReadingRoom): string {
  const footnotes: string[] = [];
  const pieces = parts.map((part) => {
    const page: TextPage = { footnotes, isInTable: false, simplify: (what) => simplify(what, part) };
    const written = writeBlocks(part.blocks, lineWidth, page);
    return hasTitles ? [...underline(wrapText(part.title, lineWidth), 2), '', ...written] : written;
  });
  return [...pieces, notes(footnotes)]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join(hasTitles ? '\n\n' : '\n');
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
