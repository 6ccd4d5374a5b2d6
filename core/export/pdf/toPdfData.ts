import { printable } from '../../import/printable';
import { narrativeHeading } from '../../narrative/partState';
import { sectionText } from '../../narrative/plainText';
import type { ExportDocument } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import type { ReadingPart } from '../reading/readingBlock';
import { toReadingParts } from '../reading/toReadingParts';
import { printedStamp } from '../stamp';

/** A picture as the layout may use it: where it is mapped to, and its width in points, null for the full measure. */
interface PdfPicture {
  path: string;
  width: number | null;
}

/** What `templates/pdf/narrative.typ` reads; plain data only. */
export interface PdfData {
  layout: 'release' | 'narrative';
  paper: 'a4' | 'us-letter';
  lineNumbers: boolean;
  language: { lang: string; region: string | null };
  date: { year: number; month: number; day: number };
  title: string;
  subtitle: string;
  name: string;
  stamp: string;
  stampLine: string;
  confidentiality: string;
  pictures: Record<string, PdfPicture>;
  parts: ReadingPart[];
}

/** The largest a picture may be, in points: as wide as the text, and never so tall that it takes a page alone. */
const measure = { width: 440, height: 320 };

/** Height of pictures that stand upright, such as a phone's screen: 7 cm, so that the words about them are near. */
const uprightHeight = 198;

/** The whole narrative as the data that the layout is made of. */
export function toPdfData(document: ExportDocument, warnings: ExportWarnings): PdfData {
  const { meta, content, options, date } = document;
  const confidentiality = printable(options.confidentiality || meta.confidentiality);
  const stamp = printedStamp(document);
  return {
    layout: options.layout,
    paper: options.paper === 'letter' ? 'us-letter' : 'a4',
    lineNumbers: options.lineNumbers,
    language: languageOf(meta.language),
    date: dayOf(date),
    title: printable(narrativeHeading(content, meta.name)),
    subtitle: printable(sectionText(content.parts.release, 'subheading')),
    name: printable(meta.name || narrativeHeading(content, '')),
    stamp,
    stampLine: [meta.name, stamp, confidentiality].map(printable).filter(Boolean).join(' · '),
    confidentiality,
    pictures: Object.fromEntries(pictures(document)),
    parts: toReadingParts(document, warnings),
  };
}

function pictures({ assets }: ExportDocument): [string, PdfPicture][] {
  return [...assets].map(([name, asset], index) => {
    const natural = asset.width * 0.75;
    const tallest = asset.height > asset.width * 1.2 ? uprightHeight : measure.height;
    const fitting = asset.height > 0 ? (tallest * asset.width) / asset.height : natural;
    const width = Math.min(natural, fitting);
    const extension = asset.mime === 'image/svg+xml' ? 'svg' : asset.mime.slice('image/'.length);
    const isWide = width >= measure.width || width <= 0;
    return [name, { path: `/assets/${index}.${extension}`, width: isWide ? null : Math.round(width) }];
  });
}

function languageOf(tag: string): PdfData['language'] {
  const [lang = '', ...others] = tag.toLowerCase().split(/[-_]/);
  const region = others.find((part) => /^[a-z]{2}$/.test(part));
  return /^[a-z]{2,3}$/.test(lang) ? { lang, region: region ?? null } : { lang: 'en', region: null };
}

function dayOf(date: string): PdfData['date'] {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}
