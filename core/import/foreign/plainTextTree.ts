import type { Root, RootContent } from 'mdast';
import { readDateline } from './datelines';
import { hintOfTitle, placeOfTitle } from './knownTitles';
import { readLabel } from './labels';
import { withLists } from './plainLists';
import { answerLabelLength, numberingLength, questionLabelLength } from './questions';

/** Where lines are longer than this they were not broken to fit a page, so that a sentence's end ends a paragraph. */
const longestWrapped = 110;

/**
 * Plain text as a Markdown tree: blank lines part paragraphs, and a line of its own that reads like a title is a
 * heading. Signs that Markdown would act on stay what they are: words.
 */
export function plainTextTree(text: string): Root {
  const lines = text.replace(/\r\n?|[\u2028\u2029\f]/g, '\n').split('\n');
  const isWrapped = !lines.some((line) => line.length > longestWrapped);
  const paragraphs = lines
    .join('\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.replace(/^\n+/, '').trimEnd())
    .filter((paragraph) => paragraph.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.flatMap((paragraph, index) => toBlocks(paragraph, index, isWrapped)),
  };
}

function toBlocks(paragraph: string, index: number, isWrapped: boolean): RootContent[] {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const [first = '', ...rest] = lines;
  const underlined = rest[0] !== undefined && /^(={3,}|-{3,}|~{3,}|\*{3,})$/.test(rest[0]);
  if (underlined || isTitle(first, rest.length === 0, index)) {
    const after = underlined ? rest.slice(1) : rest;
    const title: RootContent = {
      type: 'heading',
      depth: index === 0 || rest[0]?.startsWith('=') ? 1 : 2,
      children: [{ type: 'text', value: first.replace(/:$/, '').replace(/^#{1,6}\s+/, '') }],
    };
    return after.length === 0 ? [title] : [title, ...toBlocks(after.join('\n'), index + 1, isWrapped)];
  }
  return withLists(splitRuns(lines, isWrapped));
}

/** True for a known title, a Markdown-like `# title`, a lone line in capitals, or the short first line of all. */
function isTitle(line: string, standsAlone: boolean, index: number): boolean {
  if (questionLabelLength(line) > 0 || line.length > 140) return false;
  if (/^#{1,6}\s+\S/.test(line) || placeOfTitle(line) !== null) return line.length <= 80;
  const isCapital =
    /^[^\p{Ll}]{4,100}$/u.test(line) && /\p{Lu}{3}/u.test(line) && readDateline(line) === null;
  if (isCapital && (standsAlone || hintOfTitle(line) !== null)) return !/[.!]$/.test(line);
  if (standsAlone && line.length <= 60 && line.endsWith(':')) return hintOfTitle(line) !== null;
  return (
    index === 0 &&
    standsAlone &&
    !/[.!:;,]$/.test(line) &&
    readLabel([{ type: 'text', value: line }]) === null
  );
}

/** Lines of one paragraph, with questions, answers, labels and list lines each starting a run of their own. */
function splitRuns(lines: readonly string[], isWrapped: boolean): string[] {
  const runs: string[] = [];
  let previous = '';
  for (const line of lines) {
    const last = runs.length - 1;
    if (last < 0 || startsRun(line, previous) || (!isWrapped && /[.!?:”"’)]$/u.test(previous)))
      runs.push(line);
    else runs[last] = `${runs[last]} ${line}`;
    previous = line;
  }
  return runs;
}

/** A numbered question ends with its mark, so that the answer below it starts a run as well. */
function startsRun(line: string, previous: string): boolean {
  if (questionLabelLength(line) > 0 || answerLabelLength(line) > 0 || numberingLength(line) > 0) return true;
  if (numberingLength(previous) > 0 && /\?$/.test(previous)) return true;
  return readLabel([{ type: 'text', value: line }])?.place.isExact === true;
}
