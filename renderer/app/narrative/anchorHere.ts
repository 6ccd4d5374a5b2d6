import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
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
    const id = idOf(selection.node);
    const item = id === '' ? null : createItemAnchor(text, part, id);
    return item ?? createAnchor(text, part, selection);
  }
  const words = sentenceHere(state);
  return words && createAnchor(text, part, words);
}

/** The screen that is selected, or the step, question, story or manual around the caret, as a whole; null for none. */
export function itemAnchorHere(
  { state }: Editor,
  session: Pick<NarrativeSession, 'fragment'>,
  part: PartKey,
): Anchor | null {
  const id = itemHere(state.selection);
  return id === '' ? null : createItemAnchor(readPartText(session.fragment(part)), part, id);
}

/** Id of what is selected or stands around the caret as a whole; '' for nothing of the kind. */
export function itemHere(selection: Editor['state']['selection']): string {
  if (selection instanceof NodeSelection && idOf(selection.node) !== '') return idOf(selection.node);
  const { $head } = selection;
  for (let depth = $head.depth; depth > 0; depth -= 1)
    if (items.has($head.node(depth).type.name)) return idOf($head.node(depth));
  return '';
}

const items: ReadonlySet<string> = new Set(['step', 'useCase', 'faqItem', 'manual']);

const idOf = ({ attrs }: Node): string => (typeof attrs.id === 'string' ? attrs.id : '');
