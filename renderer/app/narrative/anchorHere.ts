import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { PartKey } from '../../../core/narrative/parts';
import type { Anchor } from '../../../core/review/anchor';
import { createAnchor, createItemAnchor } from '../../../core/review/createAnchor';
import { readPartText } from '../../../core/review/readPartText';
import { sentenceHere } from '../../editor/evidence/claimedWords';
import type { NarrativeSession } from '../../editor/session/session';

/** What a remark made now would be about: the selected words or thing, or the sentence at the caret; null for nothing. */
export function anchorHere(
  { state }: Editor,
  session: Pick<NarrativeSession, 'fragment'>,
  part: PartKey,
): Anchor | null {
  const text = readPartText(session.fragment(part));
  const { selection } = state;
  if (selection instanceof NodeSelection) {
    const { id } = selection.node.attrs;
    const item = typeof id === 'string' ? createItemAnchor(text, part, id) : null;
    return item ?? createAnchor(text, part, selection);
  }
  const words = sentenceHere(state);
  return words && createAnchor(text, part, words);
}
