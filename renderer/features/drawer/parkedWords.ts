import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { splitSentences } from '../../../core/coach/reading/splitSentences';
import { cellAt, isLabel, selectionInOneCell } from '../../editor/structure/cells';

/** A stretch of the text that can be parked, and its words. */
export interface ParkedWords {
  from: number;
  to: number;
  text: string;
}

/** The selection, or the sentence with the caret; null where there are no words or they reach over two places. */
export function wordsToPark({ state }: Editor): ParkedWords | null {
  const { selection } = state;
  if (!selectionInOneCell(state)) return null;
  const range = selection.empty ? sentenceAtCaret(state) : { from: selection.from, to: selection.to };
  if (!range) return null;
  const text = state.doc.textBetween(range.from, range.to, '\n', leafText).trim();
  return text === '' ? null : { ...wholeBlocks(state, range), text };
}

/** What readers see of a leaf; offsets into this text are no positions. */
function leafText({ type, attrs }: ProseMirrorNode): string {
  if (type.name === 'hardBreak') return '\n';
  return type.name === 'fact' ? String(attrs.value) : '';
}

function sentenceAtCaret({ selection }: EditorState): { from: number; to: number } | null {
  const { $from } = selection;
  const { parent } = $from;
  if (!parent.isTextblock || parent.type.spec.code) return null;
  // One sign for each leaf keeps offsets equal to positions.
  const text = parent.textBetween(0, parent.content.size, undefined, '\ufffc');
  const sentences = splitSentences(text);
  const offset = $from.parentOffset;
  const sentence = sentences.find(({ to }) => offset <= to) ?? sentences.at(-1);
  if (!sentence) return null;
  const isLast = sentence === sentences.at(-1);
  const next = sentences[sentences.indexOf(sentence) + 1];
  // The space between two sentences goes with the first, and the last takes the one before it along.
  const from = isLast ? text.slice(0, sentence.from).trimEnd().length : sentence.from;
  return { from: $from.start() + from, to: $from.start() + (next?.from ?? text.length) };
}

/** Takes the paragraph itself along where all its words go and another one stays. */
function wholeBlocks({ doc }: EditorState, range: { from: number; to: number }) {
  const $from = doc.resolve(range.from);
  const $to = doc.resolve(range.to);
  const isWhole =
    $from.sameParent($to) && $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size;
  if (!isWhole || isLabel($from.parent)) return range;
  const cell = cellAt($from);
  const block = { from: $from.before(), to: $from.after() };
  const isOnly = cell === null || (cell.from === block.from && cell.to === block.to);
  return isOnly || $from.node(-1).childCount === 1 ? range : block;
}
