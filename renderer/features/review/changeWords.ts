import { plainText } from '../../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';
import type { TextChange } from '../../../core/review/textChange';

/** What a change takes out and puts in, as words for people; '' for nothing. */
export interface ChangeWords {
  was: string;
  now: string;
  /** What the words alone do not tell, such as a change of formatting only; '' for nothing. */
  note: string;
}

/** Puts a change into words. */
export function changeWords(change: TextChange): ChangeWords {
  const was = change.kind === 'insert' ? '' : wordsOf(change.was);
  const now = change.kind === 'delete' ? '' : wordsOf(change.now);
  return was === now ? { was: '', now, note: sameWordsNote(change) } : { was, now, note: '' };
}

function sameWordsNote(change: TextChange): string {
  return change.kind === 'words'
    ? 'Only how the words look would change.'
    : 'Only how this stands on the page would change.';
}

/** Inline content runs on; blocks stand in lines of their own. */
function wordsOf(nodes: readonly RichNode[]): string {
  const isInline = nodes.every(({ type }) => inlineNames.has(type));
  return nodes.map(nodeWords).join(isInline ? '' : '\n');
}

const inlineNames: ReadonlySet<string> = new Set(['text', 'hardBreak', 'footnote', 'fact']);

function nodeWords(node: RichNode): string {
  const name = nameless[node.type];
  if (name) return name(node);
  if (inlineNames.has(node.type)) return plainText(node);
  return (node.content ?? []).some(({ type }) => !inlineNames.has(type))
    ? wordsOf(node.content ?? [])
    : (node.content ?? []).map(nodeWords).join('');
}

/** What has no words of its own is named. */
const nameless: Partial<Record<RichNode['type'], (node: RichNode) => string>> = {
  footnote: (node) => `[footnote: ${stringAttr(node, 'text')}]`,
  image: (node) => `[picture: ${stringAttr(node, 'alt') || 'not described'}]`,
  screen: () => '[screen]',
  horizontalRule: () => '[line]',
};
