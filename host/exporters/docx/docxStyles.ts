import { BorderStyle, type ILevelsOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

import { languagesOf, otherFonts } from './scripts';

/** Fonts that word processors have, and know the widths of. */
const serif = 'Cambria';
const sans = 'Calibri';
const mono = 'Courier New';

/** Colours of the printed page, as hexadecimal digits. */
export const tones = {
  ink: '22251F',
  quiet: '5A5F55',
  hair: 'CBCFC4',
  wash: 'F4F4EE',
  accent: '1D4F82',
} as const;

/** Colour of a question's state. */
export const stateTones = { open: '7D5700', blocked: '9C2A1E' } as const;
/** Colour of the thread. */
export const threadTone = '7D5700';

/** How far each level of a list or quotation stands in, in twentieths of a point. */
export const indentStep = 400;

/** Height of lines in 240ths of what the font asks for, so that pictures make theirs taller. */
function lines(line: number) {
  return { line, lineRule: LineRuleType.AUTO };
}

const headingSizes = [40, 32, 28, 25, 23, 23] as const;
const headings = Object.fromEntries(
  headingSizes.map((size, index) => [
    `heading${index + 1}`,
    {
      run: { font: serif, size, bold: true, color: tones.ink },
      paragraph: {
        spacing: { ...lines(250), before: index === 0 ? 0 : 320, after: 140 },
        keepNext: true,
        keepLines: true,
      },
    },
  ]),
);

const line = { style: BorderStyle.DASHED, size: 4, space: 8, color: tones.quiet } as const;
const small = { font: sans, size: 18, color: tones.quiet } as const;

const paragraphStyle = (id: string, rest: object) => ({ id, name: id, basedOn: 'Normal', ...rest });

/** The look of every document: named styles, so that a house style can take their place. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: { ascii: serif, hAnsi: serif, ...otherFonts(language) },
          size: 22,
          color: tones.ink,
          language: languagesOf(language),
        },
        paragraph: { spacing: { ...lines(300), after: 160 } },
      },
      ...headings,
      title: {
        run: { font: serif, size: 56, bold: true },
        paragraph: { spacing: { ...lines(240), before: 600, after: 240 } },
      },
      hyperlink: { run: { color: tones.accent } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { ...lines(240), after: 40 } } },
    },
    paragraphStyles: [
      paragraphStyle('Subtitle', {
        run: { size: 26, italics: true },
        paragraph: { spacing: { after: 280 } },
      }),
      paragraphStyle('Quote', { run: { italics: true }, paragraph: { indent: { left: indentStep } } }),
      paragraphStyle('CommentText', {
        run: { size: 20 },
        paragraph: { spacing: { ...lines(240), after: 40 } },
      }),
      paragraphStyle('Small', { run: small }),
      paragraphStyle('Caption', { run: small, paragraph: { spacing: { before: 60, after: 240 } } }),
      paragraphStyle('Code', {
        run: { font: mono, size: 18 },
        paragraph: { spacing: { ...lines(250), after: 200 }, keepLines: true },
      }),
      paragraphStyle('Contents', {
        run: { ...small, bold: true, color: tones.accent },
        paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
      }),
      paragraphStyle('Call', {
        run: { ...small, bold: true },
        paragraph: { spacing: { after: 40 }, keepNext: true },
      }),
      paragraphStyle('Status', { run: small, paragraph: { spacing: { after: 100 }, keepNext: true } }),
      paragraphStyle('Missing', {
        run: small,
        paragraph: { border: { top: line, bottom: line, left: line, right: line }, spacing: { before: 120 } },
      }),
      paragraphStyle('Unwritten', {
        paragraph: { border: { top: line, bottom: line, left: line, right: line } },
      }),
      paragraphStyle('Cell', { run: { size: 20 }, paragraph: { spacing: { ...lines(260), after: 60 } } }),
    ],
    characterStyles: [
      { id: 'InlineCode', name: 'Inline Code', run: { font: mono } },
      { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
      { id: 'Reference', name: 'Reference', run: { font: sans, color: threadTone, superScript: true } },
    ],
  };
}

const deepest = 8;
const bullets = ['•', '–', '·'];

/** The levels of a list with marks. */
export const bulletLevels: ILevelsOptions[] = levels((level) => ({
  format: LevelFormat.BULLET,
  text: bullets[level % bullets.length] ?? '•',
}));

/** The levels of a numbered list that begins with this number. */
export const orderedLevels = (start: number): ILevelsOptions[] =>
  levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }));

function levels(levelOf: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    ...levelOf(level),
    style: { paragraph: { indent: { left: indentStep * (level + 1), hanging: indentStep } } },
  }));
}

/** The level of numbering that a depth has: word processors know nine. */
export const numberingLevel = (depth: number): number => Math.min(depth, deepest);
