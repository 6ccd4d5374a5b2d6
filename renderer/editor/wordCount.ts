import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { countWords } from '../../core/narrative/plainText';
import { afterEachPause } from './outline';

const countPauseMs = 400;
const knownCounts = new WeakMap<ProseMirrorNode, number>();

/** Counts a part's words now and after each pause in writing; returns the function that stops it. */
export function countWordsLater(editor: Editor, listener: (words: number) => void): () => void {
  return afterEachPause(editor, countPauseMs, () => listener(wordsIn(editor.state.doc)));
}

/** Words of a node; blocks that did not change since the last count are not read again. */
function wordsIn(node: ProseMirrorNode): number {
  const known = knownCounts.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) words = countWords(node.textBetween(0, node.content.size, undefined, leafText));
  else {
    node.forEach((child) => {
      words += wordsIn(child);
    });
  }
  knownCounts.set(node, words);
  return words;
}

const leafText = (leaf: ProseMirrorNode) => (leaf.type.name === 'hardBreak' ? '\n' : '');
