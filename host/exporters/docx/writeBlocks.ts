import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  type Table,
  TextRun,
} from 'docx';
import type { ReadingBlock, ReadingHeading, ReadingList } from '../../../core/export/reading/readingBlock';
import type { ReadingNode } from '../../../core/export/reading/readingNode';
import { unwrittenLead } from '../../../core/import/markdown/dialect';
import { bookmarkName, type DocxContext, type DocxPlace } from './docxContext';
import { indentStep, numberingLevel, stateTones, tones } from './docxStyles';
import { writeInlines, writeText } from './writeInlines';
import { writePicture } from './writePicture';
import { writeTable } from './writeTable';

type Blocks = (Paragraph | Table)[];
type Writers = {
  [K in ReadingBlock['type']]: (
    block: ReadingBlock & { type: K },
    context: DocxContext,
    place: DocxPlace,
  ) => Blocks;
};

const writers: Writers = {
  heading: (block, context) => [writeHeading(block, context)],
  section: () => [],
  subheading: ({ content }, context) => [
    new Paragraph({ style: 'Subtitle', children: writeInlines(content, context) }),
  ],
  lead: ({ dateline, content }, context, place) => {
    const rest = content.length > 0 ? [new TextRun(' — '), ...writeInlines(content, context)] : [];
    return [textParagraph(content, [...writeInlines(dateline, context, { bold: true }), ...rest], place)];
  },
  status: ({ state, words }) => {
    const name = new TextRun({
      text: state === 'blocked' ? 'Blocked' : 'Open',
      bold: true,
      color: stateTones[state],
    });
    return [
      new Paragraph({ style: 'Status', children: [name, ...words.map((word) => new TextRun(` · ${word}`))] }),
    ];
  },
  facts: ({ facts }, context) =>
    facts.map(({ label, content }) => {
      const name = new TextRun({ text: label, bold: true, color: tones.quiet });
      return new Paragraph({
        indent: { left: factIndent, hanging: factIndent },
        tabStops: [{ type: 'left', position: factIndent }],
        spacing: { after: 80 },
        children: [name, new TextRun('\t'), ...writeInlines(content, context)],
      });
    }),
  paragraph: ({ content }, context, place) => [
    textParagraph(content, writeInlines(content, context, place.look), place),
  ],
  quote: ({ blocks }, context, place) => writeBlocks(blocks, context, { ...place, depth: place.depth + 1 }),
  code: ({ role, text }) => [
    ...(role === ''
      ? []
      : [new Paragraph({ style: 'Call', text: role === 'request' ? 'Request' : 'Response' })]),
    new Paragraph({ style: 'Code', shading: codeShading, children: writeText(text) }),
  ],
  rule: () => [
    new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: tones.hair } },
    }),
  ],
  list: writeList,
  table: (block, context, place) =>
    writeTable(block, place, (blocks, inside) => writeBlocks(blocks, context, inside)),
  picture: writePicture,
  unwritten: ({ question, blocks }, context, place) => {
    const waits =
      question.length === 0 ? [] : [new TextRun(' It waits for: '), ...writeInlines(question, context)];
    const lead = [new TextRun({ text: unwrittenLead, bold: true }), ...waits];
    const own = { ...place, style: 'Unwritten' };
    return [textParagraph([], lead, own), ...writeBlocks(blocks, context, own)];
  },
};

const factIndent = 1300;
const codeShading = { type: ShadingType.CLEAR, color: 'auto', fill: tones.wash } as const;

/** Paragraphs and tables for a run of blocks. */
export function writeBlocks(blocks: readonly ReadingBlock[], context: DocxContext, place: DocxPlace): Blocks {
  return blocks.flatMap((block) => writeBlock(block, context, place));
}

function writeBlock<K extends ReadingBlock['type']>(
  block: ReadingBlock & { type: K },
  context: DocxContext,
  place: DocxPlace,
): Blocks {
  return writers[block.type](block, context, place);
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function writeHeading({ level, content, number, anchor }: ReadingHeading, context: DocxContext): Paragraph {
  const count = number > 0 ? [new TextRun({ text: `${number}  `, color: tones.accent })] : [];
  const children = [...count, ...writeInlines(content, context)];
  const named = anchor === '' ? children : [new Bookmark({ id: bookmarkName(anchor), children })];
  return new Paragraph({
    heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_6,
    ...directionOf(content),
    children: named,
  });
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
  const inside = { ...place, depth: place.depth + 1 };
  return items.flatMap(({ checked, blocks }) => {
    const [first, ...rest] = blocks;
    const words = first?.type === 'paragraph' ? first.content : [];
    const others = first?.type === 'paragraph' ? rest : blocks;
    const box = kind === 'task' ? [new TextRun(checked ? '☑\t' : '☐\t')] : [];
    const mark = kind === 'task' ? hanging(inside.depth) : { numbering };
    const children = [...box, ...writeInlines(words, context)];
    const line = new Paragraph({
      ...styleOf(place),
      ...mark,
      spacing: { after: 80 },
      ...directionOf(words),
      children,
    });
    return [line, ...writeBlocks(others, context, inside)];
  });
}

const hanging = (depth: number): IParagraphOptions => ({
  indent: { left: depth * indentStep, hanging: indentStep },
  tabStops: [{ type: 'left', position: depth * indentStep }],
});

function textParagraph(
  content: readonly ReadingNode[],
  children: readonly ParagraphChild[],
  place: DocxPlace,
): Paragraph {
  const indent = place.depth > 0 ? { indent: { left: place.depth * indentStep } } : {};
  const alignment = place.alignment ? { alignment: place.alignment } : {};
  return new Paragraph({ ...styleOf(place), ...indent, ...alignment, ...directionOf(content), children });
}

const styleOf = ({ style }: DocxPlace): IParagraphOptions => (style === null ? {} : { style });

const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u;

/** The direction of the first letter. */
function directionOf(content: readonly ReadingNode[]): IParagraphOptions {
  const words = content.map(({ text }) => text ?? '').join('');
  return rightToLeft.test(words) ? { bidirectional: true } : {};
}
