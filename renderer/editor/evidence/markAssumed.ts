import type { Editor } from '@tiptap/core';
import { claimedWords } from './claimedWords';
import { claimAt } from './claimRanges';
import { recordOf, setPending } from './EvidenceTags';
import { emptyCard, keepCard } from './evidenceCommands';

/**
 * Marks the selected words, or the number or sentence at the caret, as assumed; undo takes it back in one step.
 * Words that carry a claim keep its card. False where no words are.
 */
export function markAssumed(editor: Editor): boolean {
  if (!editor.isEditable) return false;
  const { doc, selection } = editor.state;
  const known = claimAt(doc, selection.from, selection.to);
  if (known) {
    const card = recordOf(editor, known.id) ?? emptyCard;
    return keepCard(editor, known.id, { ...card, state: 'assumed' });
  }
  const words = claimedWords(editor.state);
  if (!words) return false;
  setPending(editor, words);
  keepCard(editor, null, emptyCard);
  setPending(editor, null);
  return true;
}
