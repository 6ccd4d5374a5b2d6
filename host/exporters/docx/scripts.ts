import type { IParagraphOptions, IRunOptions } from 'docx';

const scripts = {
  hebrew: String.raw`\p{Script=Hebrew}`,
  arabic: String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`,
  /** Set in fonts and by rules of its own. */
  eastAsian: String.raw`\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}`,
} as const;
type Script = keyof typeof scripts;

const scriptNames = Object.keys(scripts) as Script[];
const ofScript: Readonly<Record<Script, RegExp>> = {
  hebrew: new RegExp(`[${scripts.hebrew}]`, 'u'),
  arabic: new RegExp(`[${scripts.arabic}]`, 'u'),
  eastAsian: new RegExp(`[${scripts.eastAsian}]`, 'u'),
};
const anyOther = new RegExp(`[${Object.values(scripts).join('')}]`, 'u');

/** Letters of one script with the spaces and points between them, or what is of none of these scripts. */
const stretches = new RegExp(
  scriptNames
    .map(
      (name) => String.raw`[${scripts[name]}](?:[\p{M}\p{P}\p{Zs}${scripts[name]}]*[\p{M}${scripts[name]}])?`,
    )
    .join('|'),
  'gu',
);

interface Stretch {
  text: string;
  look: IRunOptions;
}

/** A line in stretches of one script each, with what word processors have to know to set it. */
export function inScripts(line: string, language: string): Stretch[] {
  if (!anyOther.test(line)) return [{ text: line, look: {} }];
  const found: Stretch[] = [];
  let end = 0;
  for (const match of line.matchAll(stretches)) {
    if (match.index > end) found.push({ text: line.slice(end, match.index), look: {} });
    found.push({ text: match[0], look: lookOf(match[0], language) });
    end = match.index + match[0].length;
  }
  if (end < line.length) found.push({ text: line.slice(end), look: {} });
  return found;
}

function lookOf(text: string, language: string): IRunOptions {
  const script = scriptNames.find((name) => ofScript[name].test(text));
  if (script === 'eastAsian')
    return { font: { hint: 'eastAsia' }, language: { eastAsia: eastAsian(text, language) } };
  const tag = script === 'hebrew' ? 'he-IL' : 'ar-SA';
  const own = baseOf(tag) === baseOf(language) ? language : tag;
  return { rightToLeft: true, language: { bidirectional: own } };
}

/** Han characters are written in several languages: that of the document, if it is one of them, else a guess. */
function eastAsian(text: string, language: string): string {
  if (['ja', 'zh', 'ko'].includes(baseOf(language))) return language;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja-JP';
  return /\p{Script=Hangul}/u.test(text) ? 'ko-KR' : 'zh-CN';
}

/** A tag as word processors take it; English where it is none. */
export const languageTag = (language: string): string =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : 'en-GB';

const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

const rightToLeft = new RegExp(String.raw`^[^\p{L}]*[${scripts.hebrew}${scripts.arabic}]`, 'u');

/** The direction of the first letter. */
export const directionOf = (text: string): IParagraphOptions =>
  rightToLeft.test(text) ? { bidirectional: true } : {};

/** Fonts that word processors have for scripts besides those that the document is set in. */
export function otherFonts(language: string): { eastAsia: string; cs: string } {
  const fonts: Readonly<Record<string, string>> = { ja: 'Yu Mincho', ko: 'Batang', zh: 'SimSun' };
  return { eastAsia: fonts[baseOf(language)] ?? 'SimSun', cs: 'Times New Roman' };
}

/** The languages of a document as its styles say them, for each kind of script. */
export function languagesOf(language: string): { value: string; eastAsia?: string; bidirectional?: string } {
  const base = baseOf(language);
  if (['ja', 'zh', 'ko'].includes(base)) return { value: 'en-US', eastAsia: language };
  return ['he', 'ar', 'fa', 'ur', 'yi'].includes(base)
    ? { value: 'en-US', bidirectional: language }
    : { value: language };
}
