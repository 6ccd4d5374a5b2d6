import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type Paragraph,
  type ParagraphChild,
  ShadingType,
  type Table,
} from 'docx';
import type { ReadingBlock, ReadingHeading, ReadingList } from '../../../core/export/reading/readingBlock';
import type { ReadingNode } from '../../../core/export/reading/readingNode';
import { unwrittenLead } from '../../../core/import/markdown/dialect';
import { bookmarkName, type DocxContext, type DocxPlace } from './docxContext';
import { indentStep, numberingLevel, stateTones, tones } from './docxStyles';
import { directionOf } from './scripts';
import { writeInlines } from './writeInlines';
import { lineOf, type Where } from './writeLine';
import { writePicture } from './writePicture';
import { writeTable } from './writeTable';
import { writeRun, writeText } from './writeText';

type Blocks = (Paragraph | Table)[];
type Writers = {
  [K in ReadingBlock['type']]: (
    block: ReadingBlock & { type: K },
    context: DocxContext,
    place: DocxPlace,
  ) => Blocks;
};

const writers: Writers = {
  heading: (block, context, place) => [writeHeading(block, context, place)],
  section: ({ anchor }, context) => {
    if (anchor !== '') context.sections.push(bookmarkName(anchor));
    return [];
  },
  subheading: ({ content }, context, place) => [
    lineOf({ style: 'Subtitle', ...directionIn(content) }, writeInlines(content, context, place), {
      context,
      place,
    }),
  ],
  lead: ({ dateline, content }, context, place) => {
    const manner = { context, revision: place.revision };
    const rest =
      content.length > 0 ? [writeRun({ text: ' — ' }, manner), ...writeInlines(content, context, place)] : [];
    const opening = writeInlines(dateline, context, { ...place, look: { bold: true } });
    return [textParagraph(content, [...opening, ...rest], { context, place })];
  },
  status: ({ state, words }, context, place) => {
    const manner = { context, revision: place.revision };
    const text = state === 'blocked' ? 'Blocked' : 'Open';
    const name = writeRun({ text, bold: true, color: stateTones[state] }, manner);
    const others = words.flatMap((word) => writeText(` · ${word}`, manner));
    return [lineOf({ style: 'Status' }, [name, ...others], { context, place })];
  },
  facts: ({ facts }, context, place) =>
    facts.map(({ label, content }, index) => {
      const manner = { context, revision: place.revision };
      const name = writeRun({ text: label, bold: true, color: tones.quiet }, manner);
      const tab = writeRun({ text: '\t' }, manner);
      const isLast = index === facts.length - 1;
      return lineOf(
        { ...factLine, keepNext: !isLast },
        [name, tab, ...writeInlines(content, context, place)],
        { context, place },
      );
    }),
  paragraph: ({ content }, context, place) => [
    textParagraph(content, writeInlines(content, context, place), { context, place }),
  ],
  quote: ({ blocks }, context, place) =>
    writeBlocks(blocks, context, { ...place, depth: place.depth + 1, style: place.style ?? 'Quote' }),
  code: writeCode,
  rule: (_block, context, place) => [lineOf({ border: { bottom: rule } }, [], { context, place })],
  list: writeList,
  table: (block, context, place) =>
    writeTable(block, { context, place }, (blocks, inside) => writeBlocks(blocks, context, inside)),
  picture: writePicture,
  unwritten: ({ question, blocks }, context, place) => {
    const manner = { context, revision: place.revision };
    const waits =
      question.length === 0
        ? []
        : [writeRun({ text: ' It waits for: ' }, manner), ...writeInlines(question, context, place)];
    const lead = [writeRun({ text: unwrittenLead, bold: true }, manner), ...waits];
    const own = { ...place, style: 'Unwritten' };
    return [textParagraph([], lead, { context, place: own }), ...writeBlocks(blocks, context, own)];
  },
};

const rule = { style: BorderStyle.SINGLE, size: 4, space: 1, color: tones.hair } as const;
const factIndent = 1300;
const factLine: IParagraphOptions = {
  indent: { left: factIndent, hanging: factIndent },
  tabStops: [{ type: 'left', position: factIndent }],
  spacing: { after: 80 },
};
const codeShading = { type: ShadingType.CLEAR, color: 'auto', fill: tones.wash } as const;

/** Paragraphs and tables for a run of blocks. */
export function writeBlocks(blocks: readonly ReadingBlock[], context: DocxContext, place: DocxPlace): Blocks {
  return blocks.flatMap((block, index) => {
    const isBesidePicture = block.type === 'paragraph' && blocks[index + 1]?.type === 'picture';
    return writeBlock(block, context, isBesidePicture ? { ...place, keepsNext: true } : place);
  });
}

function writeBlock<K extends ReadingBlock['type']>(
  block: ReadingBlock & { type: K },
  context: DocxContext,
  place: DocxPlace,
): Blocks {
  return writers[block.type](block, context, { ...place, revision: block.revision ?? place.revision });
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function writeHeading(
  { level, content, number, anchor }: ReadingHeading,
  context: DocxContext,
  place: DocxPlace,
): Paragraph {
  const manner = { context, revision: place.revision };
  const count = number > 0 ? [writeRun({ text: `${number}  `, color: tones.accent }, manner)] : [];
  const children = [...count, ...writeInlines(content, context, { revision: place.revision })];
  const named = anchor === '' ? children : [new Bookmark({ id: bookmarkName(anchor), children })];
  const heading = headingLevels[level - 1] ?? HeadingLevel.HEADING_6;
  return lineOf({ heading, ...directionIn(content) }, named, { context, place });
}

function writeCode(
  block: ReadingBlock & { type: 'code' },
  context: DocxContext,
  place: DocxPlace,
): Paragraph[] {
  const { role, text } = block;
  const manner = { context, revision: place.revision };
  const call = role === 'request' ? 'Request' : 'Response';
  const lines = context.remarks.around(block, writeText(text, manner));
  const code = lineOf({ style: 'Code', shading: codeShading }, lines, { context, place });
  return role === ''
    ? [code]
    : [lineOf({ style: 'Call' }, [writeRun({ text: call }, manner)], { context, place }), code];
}

/** Lists are paragraphs here: the first of an item has its mark, what follows stands below its words. */
function writeList({ kind, start, items }: ReadingList, context: DocxContext, place: DocxPlace): Blocks {
  if (kind === 'ordered') {
    context.lists += 1;
    context.starts.add(start);
  }
  const numbering = {
    reference: kind === 'ordered' ? `ordered-${start}` : 'bullets',
    level: numberingLevel(place.depth),
    instance: kind === 'ordered' ? context.lists : 0,
  };
  return items.flatMap(({ checked, blocks, revision }) => {
    const inside = { ...place, depth: place.depth + 1, revision: revision ?? place.revision };
    const [first, ...rest] = blocks;
    const isLine = first?.type === 'paragraph';
    const words = isLine ? first.content : [];
    const own = { ...inside, revision: (isLine ? first.revision : undefined) ?? inside.revision };
    const box =
      kind === 'task'
        ? [writeRun({ text: checked ? '☑\t' : '☐\t' }, { context, revision: own.revision })]
        : [];
    const mark = kind === 'task' ? hanging(inside.depth) : { numbering };
    const options = { ...styleOf(place), ...mark, spacing: { after: 80 }, ...directionIn(words) };
    const line = lineOf(options, [...box, ...writeInlines(words, context, own)], { context, place: own });
    return [line, ...writeBlocks(isLine ? rest : blocks, context, inside)];
  });
}

const hanging = (depth: number): IParagraphOptions => ({
  indent: { left: depth * indentStep, hanging: indentStep },
  tabStops: [{ type: 'left', position: depth * indentStep }],
});

function textParagraph(
  content: readonly ReadingNode[],
  children: readonly ParagraphChild[],
  where: Where,
): Paragraph {
  const { place } = where;
  const indent = place.depth > 0 ? { indent: { left: place.depth * indentStep } } : {};
  const alignment = place.alignment ? { alignment: place.alignment } : {};
  const keep = place.keepsNext ? { keepNext: true } : {};
  return lineOf(
    { ...styleOf(place), ...indent, ...alignment, ...keep, ...directionIn(content) },
    children,
    where,
  );
}

const styleOf = ({ style }: DocxPlace): IParagraphOptions => (style === null ? {} : { style });

const directionIn = (content: readonly ReadingNode[]): IParagraphOptions =>
  directionOf(content.map(({ text }) => text ?? '').join(''));
