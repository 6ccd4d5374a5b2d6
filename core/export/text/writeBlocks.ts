import { unwrittenLead } from '../../import/markdown/dialect';
import type { ReadingBlock, ReadingHeading, ReadingList, ReadingPicture } from '../reading/readingBlock';
import { textWidth } from './textWidth';
import { wrapText } from './wrapText';
import { type TextPage, writeInlines } from './writeInlines';
import { writeTable } from './writeTable';

interface Room {
  width: number;
  page: TextPage;
}

type Writers = {
  [K in ReadingBlock['type']]: (block: ReadingBlock & { type: K }, room: Room) => string[];
};

const writers: Writers = {
  heading: writeHeading,
  section: () => [],
  subheading: ({ content }, room) => lines(content, room),
  lead: ({ dateline, content }, room) => {
    const rest = content.length > 0 ? ` — ${writeInlines(content, room.page)}` : '';
    return wrapText(`${writeInlines(dateline, room.page).trim()}${rest}`, room.width);
  },
  status: ({ state, words }, { width }) =>
    wrapText(`(${[state === 'blocked' ? 'Blocked' : 'Open', ...words].join(' · ')})`, width),
  facts: ({ facts }, room) =>
    facts.flatMap(({ label, content }) =>
      hang(wrapText(`${label}: ${writeInlines(content, room.page)}`, room.width - 2), '', '  '),
    ),
  paragraph: ({ content }, room) => lines(content, room),
  quote: ({ blocks }, room) => indent(blocks, room, '> '),
  code: ({ role, text }) => [
    ...(role === '' ? [] : [role === 'request' ? 'Request:' : 'Response:']),
    // Code is never broken: what was one line is to be copied as one.
    ...text.split('\n').map((line) => `    ${line}`.trimEnd()),
  ],
  rule: () => ['* * *'],
  list: writeList,
  table: (table, { width, page }) => writeTable(table, { width, page, writeBlocks }),
  picture: writePicture,
  unwritten: ({ question, blocks }, room) => {
    const waits = question.length === 0 ? '' : ` It waits for: ${writeInlines(question, room.page)}`;
    const lead = hang(wrapText(`${unwrittenLead}${waits}`, room.width - 2), '| ', '| ');
    return [...lead, ...(blocks.length === 0 ? [] : ['|', ...indent(blocks, room, '| ')])];
  },
};

/** A run of blocks as lines of at most `width` columns, apart from what cannot be broken. */
export function writeBlocks(blocks: readonly ReadingBlock[], width: number, page: TextPage): string[] {
  return (
    blocks
      .map((block) => writeBlock(block, { width, page }))
      .filter((written) => written.length > 0)
      // A cell has too few columns for its paragraphs to stand apart.
      .flatMap((written, index) => (index === 0 || page.isInTable ? written : ['', ...written]))
  );
}

function writeBlock<K extends ReadingBlock['type']>(block: ReadingBlock & { type: K }, room: Room): string[] {
  return writers[block.type](block, room);
}

const lines = (content: Parameters<typeof writeInlines>[0], { width, page }: Room): string[] =>
  wrapText(writeInlines(content, page), width);

/** A heading under a line of its own: double for parts and titles, single for what is in them. */
export function underline(title: readonly string[], level: number): string[] {
  const width = Math.max(1, ...title.map(textWidth));
  return [...title, (level <= 2 ? '=' : '-').repeat(width)];
}

function writeHeading({ level, content, number }: ReadingHeading, { width, page }: Room): string[] {
  const count = number > 0 ? `${number}. ` : '';
  return underline(wrapText(`${count}${writeInlines(content, page)}`, width), level);
}

function writeList({ kind, start, items }: ReadingList, { width, page }: Room): string[] {
  const written = items.map(({ checked, blocks }, index) => {
    const mark = { bullet: '- ', ordered: `${start + index}. `, task: checked ? '[x] ' : '[ ] ' }[kind];
    return hang(writeBlocks(blocks, width - mark.length, page), mark, ' '.repeat(mark.length));
  });
  const isLoose = items.some(({ blocks }) => blocks.length > 1);
  return written.flatMap((item, index) => (isLoose && index > 0 ? ['', ...item] : item));
}

function writePicture({ kind, alt, caption, missing }: ReadingPicture, { width, page }: Room): string[] {
  if (missing === '') page.simplify('picture');
  const shown = missing === '' ? `${kind === 'screen' ? 'Screen' : 'Picture'}: ${alt}` : missing;
  return [...wrapText(`[${shown}]`, width), ...(caption === '' ? [] : wrapText(caption, width))];
}

const indent = (blocks: readonly ReadingBlock[], { width, page }: Room, mark: string): string[] =>
  hang(writeBlocks(blocks, width - mark.length, page), mark, mark);

/** Lines with a mark before the first and room before the others. */
function hang(written: readonly string[], first: string, others: string): string[] {
  const all = written.length === 0 ? [''] : written;
  return all.map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd());
}
