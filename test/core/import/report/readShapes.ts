import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';

/** A paragraph of a text, and where a careful person would put it. */
export interface LabelledParagraph {
  text: string;
  part: string;
  section: string;
}

/** A text as somebody would hand it over, with its paragraphs labelled. */
export interface LabelledText {
  name: string;
  /** Ending of the file it stands for. */
  extension: string;
  text: string;
  paragraphs: LabelledParagraph[];
}

const folder = join(cwd(), 'test/core/import/shapes');

/**
 * Reads a set of shapes. In them a line such as `@release.problem` labels what follows it and stands for a blank line;
 * `@release.problem+` stands for the next line, `@release.problem~` for a space, and `@-` above what becomes structure, such as the title of a section.
 */
export function readShapes(set: 'practice' | 'unseen' | 'unseen2'): LabelledText[] {
  return readdirSync(join(folder, set))
    .sort()
    .map((file) => {
      const [, name = file, extension = 'md'] = /^(.*)\.(\w+)\.shape$/.exec(file) ?? [];
      return { name, extension, ...readShape(readFileSync(join(folder, set, file), 'utf8')) };
    });
}

function readShape(source: string): Pick<LabelledText, 'text' | 'paragraphs'> {
  const lines: string[] = [];
  let isRunIn = false;
  const chunks: { label: string; lines: string[] }[] = [];
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const [, label, joins] = /^@([\w-]+(?:\.\w+)?)([+~]?)$/.exec(line) ?? [];
    if (label !== undefined) {
      chunks.push({ label, lines: [] });
      if (joins === '' && lines.length > 0) lines.push('');
      isRunIn = joins === '~';
    } else {
      if (isRunIn) lines.push(`${lines.pop()} ${line}`);
      else lines.push(line);
      isRunIn = false;
      chunks.at(-1)?.lines.push(line);
    }
  }
  const labelled = chunks.filter(({ label }) => label !== '-');
  const paragraphs = labelled.flatMap(({ label, lines: own }) => {
    const [part = '', section = ''] = label.split('.');
    return paragraphsOf(own.join('\n')).map((text) => ({ text, part, section }));
  });
  return { text: `${lines.join('\n')}\n`, paragraphs };
}

/** The paragraphs of a text from outside: what blank lines part, without front matter and rules. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n\s*\n/)
    .filter((paragraph) => plainWords(paragraph).length >= 4);
}

/** Letters and digits alone, in lower case, without addresses of links: what stays of words in every format. */
export function plainWords(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, ']')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
