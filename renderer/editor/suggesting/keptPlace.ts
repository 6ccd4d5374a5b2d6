import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import type { PartKey } from '../../../core/narrative/parts';
import type { Anchor } from '../../../core/review/anchor';
import { createAnchor } from '../../../core/review/createAnchor';
import { placeAnchor } from '../../../core/review/placeAnchor';
import { readPartText } from '../../../core/review/readPartText';

/** Where somebody was in a text, to be found again in another copy of it. */
export interface KeptPlace {
  part: PartKey;
  caret: Anchor;
  /** How far below the top of the window the caret stood, in pixels. */
  top: number;
  hadFocus: boolean;
}

/** Notes where the caret is, in the text and on the screen. */
export function keepPlace({ state, view }: Editor, fragment: Y.XmlFragment, part: PartKey): KeptPlace {
  const { head } = state.selection;
  return {
    part,
    caret: createAnchor(readPartText(fragment), part, { from: head, to: head }),
    top: view.coordsAtPos(head).top,
    hadFocus: view.hasFocus(),
  };
}

/** Puts the caret there again, and scrolls so that the line stands where it stood. */
export function returnToPlace(editor: Editor, fragment: Y.XmlFragment, place: KeptPlace): void {
  const placement = placeAnchor(readPartText(fragment), place.caret);
  if (placement.state === 'orphan') return;
  const { state, view } = editor;
  const at = Math.min(placement.from, state.doc.content.size);
  const selection = TextSelection.near(state.doc.resolve(at));
  view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
  if (place.hadFocus) view.focus();
  view.dom.closest('[data-region]')?.scrollBy({ top: view.coordsAtPos(selection.head).top - place.top });
}
