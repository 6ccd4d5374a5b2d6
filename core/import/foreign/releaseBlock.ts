import type { RootContent } from 'mdast';
import { textOf } from '../markdown/textOf';
import { isWholly } from './inlines';
import type { ReleaseKey } from './words/releaseTitles';

/** What a title or label says about a block of the release. */
export interface ReleaseHint {
  /** Sections it allows: two for a quote of which nobody says whose it is. */
  sections: readonly ReleaseKey[];
  /** A title holds for all below it; a label for its own line, and a little for what comes after. */
  kind: 'title' | 'label' | 'afterLabel';
  words: string;
}

export interface ReleaseBlock {
  node: RootContent;
  text: string;
  hint: ReleaseHint | null;
  isDateline: boolean;
}

/** A block of the release with everything its place is told by. */
export interface ReleaseView extends ReleaseBlock {
  words: number;
  /** True for a heading, and for bold or italic words without more. */
  isStyledLine: boolean;
  isItalic: boolean;
  isQuote: boolean;
  /** What stands around the quoted words: who said them. */
  attribution: string;
  /** True for what belongs to the block above it: a list, a line that names who spoke. */
  continues: boolean;
  follows: { title: boolean; dateline: boolean; summary: boolean };
  /** True before the first paragraph of running text. */
  isBeforeBody: boolean;
  isFirstBody: boolean;
  /** How far down it stands, from 0 to 1. */
  depth: number;
  namesProduct: boolean;
  /** True when the product has a name that the block does not say. */
  omitsProduct: boolean;
  namesCompany: boolean;
  /** True for a quote of somebody who works elsewhere. */
  namesOtherCompany: boolean;
}

export interface ReleaseNames {
  company: string;
  product: string;
}

const quoteMarks = /[“”"„«»]/u;
const quoted = /[“„"«][^“”"„«»]{12,}[”"“»]?/gu;

/** Looks at each block with its neighbours. */
export function viewRelease(blocks: readonly ReleaseBlock[], names: ReleaseNames): ReleaseView[] {
  const firstBody = firstRunningText(blocks);
  return blocks.map((block, index) => {
    const { node, text } = block;
    const previous = blocks[index - 1];
    const children = node.type === 'paragraph' ? node.children : [];
    const speech = spoken(node, text);
    const isItalic = isWholly('emphasis', children);
    return {
      ...block,
      words: text.split(/\s+/).filter((word) => word !== '').length,
      isItalic,
      isStyledLine: node.type === 'heading' || isItalic || isWholly('strong', children),
      isQuote: speech !== null,
      attribution: speech ?? '',
      continues: previous !== undefined && continuesBlock(block, previous),
      follows: {
        title: index > 0 && previous?.hint?.sections[0] === 'heading',
        dateline: previous?.isDateline === true,
        summary: index === firstBody + 1,
      },
      isBeforeBody: index < firstBody || (firstBody === -1 && index < 3),
      isFirstBody: index === firstBody,
      depth: blocks.length < 2 ? 0 : index / (blocks.length - 1),
      namesProduct: mentions(text.slice(0, 140), names.product),
      omitsProduct: names.product !== '' && !mentions(text, names.product),
      namesCompany: mentions(speech ?? '', names.company),
      namesOtherCompany: speech !== null && worksElsewhere(speech, names),
    };
  });
}

/** Where the text under the title begins: with the first long paragraph, or else with the first plain one. */
function firstRunningText(blocks: readonly ReleaseBlock[]): number {
  const start = Math.max(
    0,
    blocks.findIndex(({ isDateline }) => isDateline),
  );
  const long = blocks.findIndex((block, index) => index >= start && isBody(block));
  return long >= 0
    ? long
    : blocks.findIndex(
        ({ node, hint, isDateline }) =>
          node.type === 'paragraph' && hint === null && !isDateline && !isWholly('emphasis', node.children),
      );
}

function isBody({ node, text, isDateline, hint }: ReleaseBlock): boolean {
  if (isDateline || node.type === 'heading' || hint?.sections[0] === 'heading') return false;
  if (hint !== null && hint.kind !== 'afterLabel' && !hint.sections.includes('summary')) return false;
  const words = text.split(/\s+/).length;
  if (node.type === 'list') return words >= 8;
  return (
    node.type === 'paragraph' &&
    words >= 14 &&
    !isWholly('emphasis', node.children) &&
    spoken(node, text) === null
  );
}

/** Who a quote is by, when most of a block is quoted; null for anything else. */
function spoken(node: RootContent, text: string): string | null {
  if (node.type === 'blockquote' && (quoteMarks.test(text) || /(?:^|\n)\s*[—–-]{1,2}\s*\p{Lu}/u.test(text)))
    return text.replace(quoted, ' ');
  if (node.type === 'blockquote') return '';
  if (node.type !== 'paragraph' || !quoteMarks.test(text)) return null;
  const inQuotes = [...text.matchAll(quoted)].reduce((sum, [words]) => sum + words.length, 0);
  const isNamed = /^\s*[“„"«][^“”"]{8,}[”"“»],?\s*[—–-]{1,2}\s*\p{Lu}/u.test(text);
  const isLong = inQuotes >= 40 && inQuotes * 2 >= text.length;
  const begins = /^\s*(?:[—–-]\s)?(?:¶\s*\d+\s*[—–-]\s*)?[“„"«]/u.test(text) && inQuotes >= 30;
  const isSaid =
    inQuotes >= 40 &&
    inQuotes * 3 >= text.length &&
    /\b(?:said|says|added|adds|explain\w*|sagt\w*|erklärt\w*)\b/iu.test(text);
  const isAnswered = /^\s*[“„"«][^“”"]{8,}[”"“»],?\s*(?:said|says|added|adds|sagt|dit)\b/iu.test(text);
  return isLong || isNamed || isAnswered || begins || isSaid ? text.replace(quoted, ' ') : null;
}

const attributionLine = /^\s*(?:[—–-]{1,2}|~|\[)\s*\S/u;

function continuesBlock({ node, text, hint }: ReleaseBlock, previous: ReleaseBlock): boolean {
  if (hint !== null && hint.kind !== 'afterLabel' && hint !== previous.hint) return false;
  if (
    previous.node.type === 'heading' &&
    previous.hint?.sections[0] !== 'heading' &&
    previous.hint?.sections[0] !== 'subheading'
  )
    return true;
  if (node.type === 'list' || node.type === 'table' || node.type === 'code')
    return previous.node.type === 'paragraph';
  if (node.type === 'thematicBreak' || node.type === 'html') return true;
  if (/^\s*[•*–-]\s/u.test(text) && /:\s*$|^\s*[•*–-]\s/u.test(previous.text)) return true;
  const isShort = text.length < 140;
  const wasQuote = spoken(previous.node, previous.text) !== null;
  return (
    (isShort &&
      wasQuote &&
      (attributionLine.test(text) || /^\p{Lu}[^.!?]{2,80},\s[^.!?]{2,80}$/u.test(text))) ||
    /:\s*$/.test(previous.text)
  );
}

function worksElsewhere(attribution: string, { company, product }: ReleaseNames): boolean {
  const employer =
    /\b(?:at|from|bei)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s+\p{Lu}[\p{L}\p{N}.&’'-]*)*)/u.exec(
      attribution,
    )?.[1];
  return (
    employer !== undefined &&
    company !== '' &&
    !mentions(employer, company) &&
    !mentions(employer, product) &&
    !mentions(company, employer)
  );
}

function mentions(text: string, name: string): boolean {
  return name !== '' && bareWords(text).includes(bareWords(name));
}

/** Lower-case words with single spaces between them, so that "PR-FAQ Validator" is pr-faq-validator. */
const bareWords = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** The words of a block; a quote's with marks that say so. */
export const wordsOf = (node: RootContent): string =>
  'children' in node && node.type !== 'paragraph' && node.type !== 'heading'
    ? (node.children as RootContent[]).map(wordsOf).join(' ')
    : textOf(node);
