import type { ExportWarning } from '../../core/api/shapes';

/** Free fonts for scripts that ours do not cover, by Unicode script. */
const helpfulFonts: readonly { script: RegExp; font: string }[] = [
  { script: /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u, font: 'Noto Color Emoji' },
  { script: /\p{Script=Hiragana}|\p{Script=Katakana}/u, font: 'Noto Serif CJK JP' },
  { script: /\p{Script=Hangul}/u, font: 'Noto Serif CJK KR' },
  { script: /\p{Script=Han}/u, font: 'Noto Serif CJK SC' },
  { script: /\p{Script=Devanagari}/u, font: 'Noto Serif Devanagari' },
  { script: /\p{Script=Bengali}/u, font: 'Noto Serif Bengali' },
  { script: /\p{Script=Tamil}/u, font: 'Noto Serif Tamil' },
  { script: /\p{Script=Thai}/u, font: 'Noto Serif Thai' },
  { script: /\p{Script=Georgian}/u, font: 'Noto Serif Georgian' },
  { script: /\p{Script=Armenian}/u, font: 'Noto Serif Armenian' },
];

const complaint = /the text `\\?"([^`]*?)\\?"` could not be displayed/gu;

/** Warnings about characters that no font here has, read out of the layout's complaint about a strict standard. */
export function missingGlyphs(message: string): ExportWarning[] {
  const texts = [...message.matchAll(complaint)].map((match) => unescapeRust(match[1] ?? ''));
  const characters = [...new Set(texts.flatMap((text) => [...text]))];
  if (characters.length === 0) return [];
  const shown = characters.slice(0, 20).join(' ');
  const fonts = new Set(characters.map(fontFor));
  return [
    {
      code: 'missing-glyphs',
      message: `No font here has these characters: ${shown}. Installing ${[...fonts].join(', ')} would help.`,
    },
  ];
}

function fontFor(character: string): string {
  return helpfulFonts.find(({ script }) => script.test(character))?.font ?? 'a Noto font for the script';
}

function unescapeRust(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
