import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportWarning } from '../../core/api/shapes';

/** A free font that would help, for each Unicode script. */
export type FontsByScript = readonly { script: RegExp; font: string }[];

const tableSchema = z.array(z.object({ script: z.string().regex(/^[A-Za-z_]+$/), font: z.string() }));

/** Pictures are no script of their own; symbols belong to none either. */
const beyondScripts: FontsByScript = [
  { script: /\p{Emoji_Presentation}/u, font: 'Noto Color Emoji' },
  { script: /[\u{1d400}-\u{1d7ff}\u2200-\u22ff\u2a00-\u2aff]/u, font: 'Noto Sans Math' },
  { script: /\p{S}/u, font: 'Noto Sans Symbols 2' },
];

/** The table `scripts.json` of a template's folder. */
export function readFontsByScript(folder: string): FontsByScript {
  const table = tableSchema.parse(JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8')));
  const rows = table.map(({ script, font }) => ({ script: new RegExp(`\\p{Script=${script}}`, 'u'), font }));
  return [...rows, ...beyondScripts];
}

const complaint = /the text `\\?"([^`]*?)\\?"` could not be displayed/gu;

/** Warnings about characters that no font here has, read out of the layout's complaint about a strict standard. */
export function missingGlyphs(message: string, fonts: FontsByScript): ExportWarning[] {
  const texts = [...message.matchAll(complaint)].map((match) => unescapeRust(match[1] ?? ''));
  const characters = [...new Set(texts.flatMap((text) => [...text]))];
  if (characters.length === 0) return [];
  const shown = characters.slice(0, 20).join(' ');
  const wanted = characters.map((character) => fonts.find(({ script }) => script.test(character))?.font);
  const named = [...new Set(wanted.filter((font) => font !== undefined))];
  const help =
    named.length > 0
      ? `Install ${inWords(named)}, then export again.`
      : 'No font that we know has them; other characters may say the same.';
  return [{ code: 'missing-glyphs', message: `No font here has these characters: ${shown}. ${help}` }];
}

function inWords(names: readonly string[]): string {
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function unescapeRust(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
