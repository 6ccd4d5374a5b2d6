import type { ExportLayout } from '../../api/shapes';
import { printable } from '../../import/printable';
import { countPartWords, narrativeHeading } from '../../narrative/partState';
import { type PartKey, partKeys } from '../../narrative/parts';
import { sectionText } from '../../narrative/plainText';
import type { ExportAsset, ExportDocument } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import type { ReadingPart } from '../reading/readingBlock';
import { toReadingParts } from '../reading/toReadingParts';
import { drawReview } from '../review/drawReview';
import { printedStamp } from '../stamp';
import { numberComments, type PdfComment } from './numberComments';
import { type ReleaseRoom, releaseRoom } from './releaseRoom';

/** A picture as the layout may use it: where it is mapped to, and its width in points, null for the full measure. */
interface PdfPicture {
  path: string;
  width: number | null;
}

/** A part as it is laid out. */
interface PdfPart extends ReadingPart {
  /** What readers on paper call it by: A, B, C; '' where lines are not spoken of. */
  letter: string;
  words: number;
  /** Names of the threads that are about the part as a whole. */
  comments: string[];
}

/** What `templates/pdf/data.typ` reads; plain data only. */
export interface PdfData {
  layout: ExportLayout;
  paper: 'a4' | 'us-letter';
  lineNumbers: boolean;
  language: { lang: string; region: string | null };
  date: { year: number; month: number; day: number };
  title: string;
  authors: string[];
  keywords: string[];
  logo: { path: string; alt: string } | null;
  subtitle: string;
  name: string;
  stamp: string;
  stampLine: string;
  confidentiality: string;
  pictures: Record<string, PdfPicture>;
  parts: PdfPart[];
  releaseRoom: ReleaseRoom | null;
  /** What reviewers said, where it is asked for. */
  comments: PdfComment[];
}

/** The largest a picture may be, in points: as wide as the text, and never so tall that it takes a page alone. */
const measure = { width: { release: 440, narrative: 440, reading: 334 }, height: 320 };

/** Height of pictures that stand upright, such as a phone's screen: 7 cm, so that the words about them are near. */
const uprightHeight = 198;

/** The whole narrative as the data that the layout is made of. */
export function toPdfData(document: ExportDocument, warnings: ExportWarnings): PdfData {
  const { meta, content, options, date } = document;
  const confidentiality = printable(options.confidentiality || meta.confidentiality);
  const stamp = printable(printedStamp(document));
  const { parts, comments } = readParts(document, warnings);
  return {
    layout: options.layout,
    paper: options.paper === 'letter' ? 'us-letter' : 'a4',
    lineNumbers: options.lineNumbers || options.layout === 'reading',
    language: languageOf(meta.language),
    date: dayOf(date),
    title: printable(narrativeHeading(content, meta.name)),
    authors: [document.author ?? ''].map(printable).filter(Boolean),
    keywords: [meta.name, ...parts.map(({ title }) => title)].map(printable).filter(Boolean),
    logo: logoOf(document, warnings),
    subtitle: printable(sectionText(content.parts.release, 'subheading')),
    name: printable(meta.name || narrativeHeading(content, '')),
    stamp,
    stampLine: [meta.name, stamp, confidentiality].map(printable).filter(Boolean).join(' · '),
    confidentiality,
    pictures: Object.fromEntries(pictures(document)),
    parts,
    releaseRoom: releaseRoom(document, parts),
    comments,
  };
}

function readParts(document: ExportDocument, warnings: ExportWarnings): Pick<PdfData, 'parts' | 'comments'> {
  const review = drawReview(document);
  const read = toReadingParts(document, warnings, review ? { review } : {});
  const parts = read.map((part, index) => toPdfPart(document, part, index));
  return review ? numberComments(parts, review) : { parts, comments: [] };
}

function toPdfPart({ options, content }: ExportDocument, part: ReadingPart, index: number): PdfPart {
  return {
    ...part,
    letter: options.layout === 'reading' ? String.fromCodePoint(0x41 + index) : '',
    comments: [],
    words: isPart(part.key) ? countPartWords(content, part.key) : 0,
  };
}

/** Appendices are not counted among the words of the narrative. */
const isPart = (key: ReadingPart['key']): key is PartKey => partKeys.some((part) => part === key);

function logoOf({ options, logo }: ExportDocument, warnings: ExportWarnings): PdfData['logo'] {
  if (!options.logo) return null;
  if (logo) return { path: `/assets/logo.${extensionOf(logo)}`, alt: printable(options.logo.alt) || 'Logo' };
  warnings.add(
    'missing-picture',
    'The logo cannot be read, so none is printed. Choose it again in Settings.',
  );
  return null;
}

function pictures({ assets, options }: ExportDocument): [string, PdfPicture][] {
  return [...assets].map(([name, asset], index) => {
    const natural = asset.width * 0.75;
    const tallest = asset.height > asset.width * 1.2 ? uprightHeight : measure.height;
    const fitting = asset.height > 0 ? (tallest * asset.width) / asset.height : natural;
    const width = Math.min(natural, fitting);
    const isWide = width >= measure.width[options.layout] || width <= 0;
    return [
      name,
      { path: `/assets/${index}.${extensionOf(asset)}`, width: isWide ? null : Math.round(width) },
    ];
  });
}

const extensionOf = ({ mime }: ExportAsset) =>
  mime === 'image/svg+xml' ? 'svg' : mime.slice('image/'.length);

function languageOf(tag: string): PdfData['language'] {
  const [lang = '', ...others] = tag.toLowerCase().split(/[-_]/);
  const region = others.find((part) => /^[a-z]{2}$/.test(part));
  return /^[a-z]{2,3}$/.test(lang) ? { lang, region: region ?? null } : { lang: 'en', region: null };
}

function dayOf(date: string): PdfData['date'] {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}
