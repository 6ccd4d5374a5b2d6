import type { RichNode } from './richText';
import { stringAttr } from './richText';

const inlineParents = new Set(['paragraph', 'heading', 'faqQuestion', 'title', 'storyFact', 'codeBlock']);

/** The text of a node, one line per block; footnotes and pictures are left out. */
export function plainText(node: RichNode<string>): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'fact') return stringAttr(node, 'value');
  const parts = (node.content ?? []).map(plainText);
  return inlineParents.has(node.type) ? parts.join('') : parts.filter((part) => part !== '').join('\n');
}

const shownWithoutWords: ReadonlySet<string> = new Set(['image', 'screen', 'footnote', 'fact']);

/** True when nobody wrote anything in it: no words, no picture, no screen, no footnote, no question that it waits for. */
export function isBlank(node: RichNode<string>): boolean {
  if (node.type === 'text') return (node.text ?? '').trim() === '';
  if (shownWithoutWords.has(node.type)) return false;
  if (node.type === 'unwritten' && stringAttr(node, 'question') !== '') return false;
  return (node.content ?? []).every(isBlank);
}

const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const unspaced = String.raw`\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}`;
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
const spacedWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;
/** In short runs: the time a dictionary takes grows with the square of the run. */
const runOrWord = new RegExp(
  String.raw`(?<run>(?:(?![。、])[${unspaced}\p{M}]){1,64})|(?![${unspaced}])[\p{L}\p{N}](?:(?![${unspaced}])[\p{L}\p{N}\p{M}'’.,-])*`,
  'gu',
);

/** Words by the Unicode rules that editors count by; what is written without spaces counts by word segments. */
export function countWords(text: string): number {
  if (!hasUnspaced.test(text)) return text.match(spacedWord)?.length ?? 0;
  let count = 0;
  for (const { groups } of text.matchAll(runOrWord)) {
    count += groups?.run === undefined ? 1 : countSegments(groups.run);
  }
  return count;
}

function countSegments(run: string): number {
  let count = 0;
  for (const { isWordLike } of wordSegmenter.segment(run)) if (isWordLike) count += 1;
  return count;
}

const knownCounts = new WeakMap<RichNode, number>();

/** Words below a node, line by line; what is unchanged since the last count, the same object, is not read again. */
export function countWordsIn(node: RichNode): number {
  const known = knownCounts.get(node);
  if (known !== undefined) return known;
  const blocks = inlineParents.has(node.type) ? undefined : node.content;
  const words = blocks
    ? blocks.reduce((sum, child) => sum + countWordsIn(child), 0)
    : countWords(plainText(node));
  knownCounts.set(node, words);
  return words;
}

/** The child section with this key, wherever it stands at the top of the part. */
export function findSection(doc: RichNode, key: string): RichNode | undefined {
  return (doc.content ?? []).find((node) => node.type === 'section' && stringAttr(node, 'key') === key);
}

/** The text of a fixed section, or '' when it is missing or empty. */
export function sectionText(doc: RichNode, key: string): string {
  const section = findSection(doc, key);
  return section ? plainText(section).trim() : '';
}
