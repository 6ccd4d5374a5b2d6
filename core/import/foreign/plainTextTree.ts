import type { Root, RootContent } from 'mdast';
import { placeOfTitle } from './knownTitles';

/**
 * Plain text as a Markdown tree: blank lines part paragraphs, and a line of its own that reads like a title is a
 * heading. Signs that Markdown would act on stay what they are: words.
 */
export function plainTextTree(text: string): Root {
  const paragraphs = text
    .replace(/\r\n?|[\u2028\u2029\f]/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
  return { type: 'root', children: paragraphs.flatMap(toBlocks) };
}

function toBlocks(paragraph: string, index: number): RootContent[] {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const [first = '', ...rest] = lines;
  const underlined = rest[0] !== undefined && /^(={3,}|-{3,})$/.test(rest[0]);
  if (underlined || isTitle(first, rest.length === 0, index)) {
    const after = underlined ? rest.slice(1) : rest;
    const title: RootContent = {
      type: 'heading',
      depth: index === 0 ? 1 : 2,
      children: [{ type: 'text', value: first.replace(/:$/, '').replace(/^#{1,6}\s+/, '') }],
    };
    return after.length === 0 ? [title] : [title, ...toBlocks(after.join('\n'), index + 1)];
  }
  return splitPairs(lines).map((run) => ({ type: 'paragraph', children: [{ type: 'text', value: run }] }));
}

/** True for a known title, a Markdown-like `# title`, or the short first line of the whole text. */
function isTitle(line: string, standsAlone: boolean, index: number): boolean {
  if (/^#{1,6}\s+\S/.test(line) || placeOfTitle(line) !== null) return line.length <= 80;
  return index === 0 && standsAlone && line.length <= 140 && !/[.!:;,]$/.test(line);
}

/** Lines of one paragraph, with questions, answers and list lines each starting a run of their own. */
function splitPairs(lines: readonly string[]): string[] {
  const runs: string[] = [];
  for (const line of lines) {
    const startsRun = /^(?:[qa](?:uestion|nswer)?\s*\d*\s*[:.)]|[-*•–]\s|\d{1,3}[.)]\s)/i.test(line);
    const last = runs.length - 1;
    if (last < 0 || startsRun) runs.push(line);
    else runs[last] = `${runs[last]} ${line}`;
  }
  return runs;
}
