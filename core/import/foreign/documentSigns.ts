import type { RootContent } from 'mdast';
import { textOf } from '../markdown/textOf';
import { readDateline } from './datelines';
import { boldLength, isWholly } from './inlines';
import { audienceOfTitle, hintOfTitle, type KnownTitle, type Place, placeOfTitle } from './knownTitles';
import { readLabel } from './labels';
import { isQuestionLine, labelledQuestion } from './questions';
import { wordsOf } from './releaseBlock';

/** What a whole document shows before any of its blocks is placed. */
export interface DocumentSigns {
  /** Some title says that questions of colleagues follow, so that those under a bare "FAQ" are customers'. */
  namesInternalFaq: boolean;
  /** Its headings ask: a FAQ, whether or not it is called one. */
  asksInHeadings: boolean;
  /** Nothing of a release is in it, and much of a manual. */
  isManual: boolean;
  /** Where the last title of a section of the release stands; -1 when there is none. */
  lastReleaseTitle: number;
  hasDateline: boolean;
  /** It asks and answers somewhere. */
  hasQuestions: boolean;
  /** Several of its paragraphs are questions by their looks. */
  asksInLines: boolean;
  /** Somebody is quoted at length. */
  hasQuotes: boolean;
}

export function readSigns(nodes: readonly RootContent[]): DocumentSigns {
  const titles = nodes.flatMap((node, index) => {
    const title = titleText(node);
    return title === null
      ? []
      : [{ title, index, isHeading: node.type === 'heading', known: placeOfTitle(title) }];
  });
  const headings = titles.filter(({ isHeading }) => isHeading);
  const asking = headings.filter(({ title, known }) => known === null && isQuestionLine(title)).length;
  const hasPart = titles.some(({ known, title }) => known !== null || hintOfTitle(title) !== null);
  const asksByName = titles.some(({ known }) => isFaqPart(known)) || hasLabelledQuestions(nodes);
  const hasDateline = nodes.some(
    (node) => node.type === 'paragraph' && readDateline(textOf(node))?.hasDate === true,
  );
  return {
    namesInternalFaq: titles.some(namesInternal),
    asksInHeadings: asking >= 3 && asking * 2 > headings.length,
    isManual: !hasPart && !hasDateline && looksLikeManual(nodes, headings.length),
    lastReleaseTitle:
      titles.findLast(({ known }) => known?.part === 'release' && known.section !== '')?.index ?? -1,
    hasDateline,
    hasQuestions:
      asksByName || titles.some(({ title }) => isFaqPart(hintOfTitle(title)) && namesQuestions(title)),
    asksInLines: !asksByName && nodes.filter(isAskingLine).length >= 2,
    hasQuotes: nodes.some(isSpoken),
  };
}

/** The words of a heading, or of a line that serves as one. */
function titleText(node: RootContent): string | null {
  if (node.type === 'heading') return textOf(node);
  if (node.type !== 'paragraph') return null;
  const label = readLabel(node.children);
  if (label?.isWhole || isWholly('strong', node.children)) return textOf(node).replace(/:\s*$/, '');
  return null;
}

/** Many headings with code, tables or lists below them, and nobody who speaks. */
function looksLikeManual(nodes: readonly RootContent[], headings: number): boolean {
  const shows = nodes.filter(({ type }) => type === 'code' || type === 'table' || type === 'list').length;
  const opening = nodes.slice(0, 4).map(wordsOf).join(' ');
  if (/\b(?:today|announc\w+|launch\w*|introduc\w+)\b/iu.test(opening)) return false;
  return headings >= 3 && shows >= 3 && !hasLabelledQuestions(nodes) && !nodes.some(isSpoken);
}

interface FoundTitle {
  title: string;
  known: KnownTitle | null;
}

const isFaqPart = (place: Place | null) => place?.part === 'customerFaq' || place?.part === 'internalFaq';

const namesQuestions = (title: string) => /question|faq|ask|fragen/i.test(title);

function namesInternal({ title, known }: FoundTitle): boolean {
  if (known) return known.part === 'internalFaq';
  if (isQuestionLine(title)) return false;
  return (
    audienceOfTitle(title) === 'internalFaq' ||
    (namesQuestions(title) && hintOfTitle(title)?.part === 'internalFaq')
  );
}

function hasLabelledQuestions(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) => node.type === 'paragraph' && labelledQuestion(node, textOf(node)) !== null);
}

/** Quoted words, and who says them. */
const isSpoken = (node: RootContent): boolean =>
  (node.type === 'paragraph' || node.type === 'blockquote') &&
  /[“"„«][^“”"„«»]{30,}[”"“»],?\s*(?:[—–-]|said|says|added|adds|sagt)/u.test(wordsOf(node));

/** A paragraph that is a question, or that begins with one in bold. */
export const isAskingLine = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  !/^\s*[•*–-]/u.test(textOf(node)) &&
  (isQuestionLine(textOf(node)) || /[?？]\s*$/.test(textOf(node).slice(0, boldLength(node.children))));
