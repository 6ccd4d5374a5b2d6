import type { Editor } from '@tiptap/core';
import { popoversOf } from '../popover/popoverStore';
import type { WordRange } from './claimedWords';

/** The claim a card is about: one that is marked, or words that are about to be. */
export type OpenedClaim = { id: string; words: null } | { id: null; words: WordRange };

/** Opens the card of a claim beside its place. False where the text may only be read. */
export function openClaim(editor: Editor, claim: OpenedClaim, anchor: DOMRect): boolean {
  if (!editor.isEditable) return false;
  popoversOf(editor).open({ kind: 'evidence', claim, anchor });
  return true;
}
