import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { PartKey } from '../../../core/narrative/parts';
import { findingRanges, type QuotedWords } from './findingRanges';

/** Selects words of the part and shows them. False when they do not stand there any more. */
export function showWords(editor: Editor, part: PartKey, words: Omit<QuotedWords, 'id'>): boolean {
  const { state, view } = editor;
  const [range] = findingRanges(state.doc, part, [{ ...words, id: '' }]);
  if (!range) return false;
  view.dispatch(
    state.tr.setSelection(TextSelection.create(state.doc, range.from, range.to)).scrollIntoView(),
  );
  view.focus();
  return true;
}
