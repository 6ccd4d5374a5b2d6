import { Bookmark, ImageRun, type Paragraph, type ParagraphChild } from 'docx';
import type { ExportAsset } from '../../../core/export/exportDocument';
import type { ReadingBlock, ReadingPicture } from '../../../core/export/reading/readingBlock';
import { bookmarkName, type DocxContext, type DocxPlace } from './docxContext';
import { trackedWhole } from './trackedChange';
import { lineOf } from './writeLine';
import { writeText } from './writeText';

/** As tall as a picture may be, in pixels: two steps of a story with their screens fit on a page. */
const tallest = 300;

const kinds: Partial<Record<ExportAsset['mime'], 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** A picture with its words for those who cannot see it, and its caption; a note where there is none to show. */
export function writePicture(
  picture: ReadingPicture & ReadingBlock,
  context: DocxContext,
  place: DocxPlace,
): Paragraph[] {
  const { anchor, caption } = picture;
  const manner = { context, revision: place.revision };
  const named = (children: ParagraphChild[]) => {
    const remarked = context.remarks.around(picture, children);
    return anchor === '' ? remarked : [new Bookmark({ id: bookmarkName(anchor), children: remarked })];
  };
  const shown = imageOf(picture, context, place);
  const below =
    caption === '' ? [] : [lineOf({ style: 'Caption' }, writeText(caption, manner), { context, place })];
  if (typeof shown === 'string')
    return [lineOf({ style: 'Missing' }, named(writeText(shown, manner)), { context, place }), ...below];
  return [lineOf({ keepNext: below.length > 0 }, named([shown]), { context, place }), ...below];
}

/** The picture, or the sentence that stands in its place. */
function imageOf(
  { asset, alt, missing }: ReadingPicture,
  context: DocxContext,
  place: DocxPlace,
): ImageRun | string {
  const found = asset === null ? undefined : context.assets.get(asset);
  if (!found) return missing;
  const type = kinds[found.mime];
  if (!type) {
    const kind = found.mime.slice('image/'.length).toUpperCase();
    const sentence = `A picture (${alt.slice(0, 80)}) is ${kind}, which Word documents cannot show.`;
    context.warnings.add('missing-picture', `${sentence} A note stands in its place.`);
    return sentence;
  }
  context.pictures += 1;
  return new ImageRun({
    ...trackedWhole(place.revision, context),
    ...imageData(found, type),
    transformation: sizeIn(found, place.width),
    altText: { id: String(context.pictures), name: `Picture ${context.pictures}`, description: alt },
  });
}

/** Programs that know SVG show the drawing itself; the others its picture. */
function imageData({ bytes, svg }: ExportAsset, type: 'png' | 'jpg' | 'gif') {
  const picture = { type, data: bytes };
  return svg ? ({ type: 'svg', data: svg, fallback: picture } as const) : picture;
}

function sizeIn({ width, height }: ExportAsset, room: number): { width: number; height: number } {
  const scale = Math.min(1, room / Math.max(1, width), tallest / Math.max(1, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
