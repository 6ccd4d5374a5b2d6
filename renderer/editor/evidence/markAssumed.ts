import type { Editor } from '@tiptap/core';
import { claimedWords } from './claimedWords';
import { claimAt } from './claimRanges';
import { recordOf, setPending } from './EvidenceTags';
import { emptyCard, keepCard, removeClaim } from './evidenceCommands';

/**
 * Marks the selected words, or the number or sentence at the caret, as assumed; words that carry a claim keep its
 * card. Answers what takes it back, whatever was written since; null where no words are.
 */
export function markAssumed(editor: Editor): (() => void) | null {
  if (!editor.isEditable) return null;
  const { doc, selection } = editor.state;
  const known = claimAt(doc, selection.from, selection.to);
  if (known) {
    const card = recordOf(editor, known.id) ?? emptyCard;
    keepCard(editor, known.id, { ...card, state: 'assumed' });
    return () => void keepCard(editor, known.id, card);
  }
  const words = claimedWords(editor.state);
  if (!words) return null;
  setPending(editor, words);
  keepCard(editor, null, emptyCard);
  setPending(editor, null);
  const made = claimAt(editor.state.doc, words.from, words.to);
  return made && (() => removeClaim(editor, made.id));
}
