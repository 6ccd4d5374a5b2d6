import { isBlank } from '../../narrative/plainText';
import type { ExportDocument } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import { type PreparedPart, prepareParts } from '../prepareParts';
import { createSourceLines } from '../sourceLines';
import { HeadingLevels } from './headingLevels';
import { toParkedPart } from './parkedPart';
import type { ReadingPart } from './readingBlock';
import { toReadableText } from './toReadableText';
import { readNode, type Surroundings } from './toReadingBlocks';

/**
 * The chosen parts as readers meet them. Parts, sections and items without a word are left out; what had to be
 * changed or is missing is told in the warnings. `partLevel` is the heading level of parts in the format.
 */
export function toReadingParts(
  document: ExportDocument,
  warnings: ExportWarnings,
  partLevel = 1,
): ReadingPart[] {
  const levels = new HeadingLevels();
  const parts = prepareParts(document, warnings)
    .filter(({ doc }) => !isBlank(doc))
    .map((part) => toReadingPart(part, { document, warnings, levels, partLevel }));
  const parked = toParkedPart(document);
  return parked ? [...parts, parked] : parts;
}

type Shared = Pick<Surroundings, 'warnings' | 'levels'> & {
  document: ExportDocument;
  partLevel: number;
};

function toReadingPart(
  { key, title, doc }: PreparedPart,
  { document, warnings, levels }: Shared,
): ReadingPart {
  const base = document.options.layout === 'release' ? 0 : 1;
  levels.begin(base);
  const { assets, content } = document;
  const around: Surroundings = { part: key, base, warnings, levels, assets, screens: content.screens };
  const text = toReadableText(doc, content.evidence, createSourceLines(document, warnings));
  return { key, title, blocks: readNode(text, around) };
}
