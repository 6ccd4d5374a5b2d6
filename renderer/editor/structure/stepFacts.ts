import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { type StepFactKey, stepFactKeys } from '../../../core/narrative/richText';
import { dispatchAsStep } from './undoStep';

/** Goes to a line of the step with the caret, and adds it, below the step's words, where there is none. */
export function goToStepFact(editor: Editor, key: StepFactKey): boolean {
  const { $head } = editor.state.selection;
  const depth = stepDepth($head);
  if (depth === 0) return false;
  const tr = editor.state.tr;
  const known = factIn($head.node(depth), key);
  const pos = $head.start(depth) + (known ?? placeOf($head.node(depth), key));
  if (known === null) tr.insert(pos, editor.schema.node('storyFact', { key }));
  const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 2) - 1;
  dispatchAsStep(editor.view, tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
  editor.view.focus();
  return true;
}

/** Takes the empty line of a step with the caret away; the caret goes to what is before it. False elsewhere. */
export function removeEmptyStepFact({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $head } = state.selection;
  const isFact = $head.parent.type.name === 'storyFact' && $head.parent.content.size === 0;
  if (!isFact || stepDepth($head) !== $head.depth - 1) return false;
  const tr = state.tr.delete($head.before(), $head.after());
  const before = TextSelection.near(tr.doc.resolve($head.before()), -1);
  dispatchAsStep(view, tr.setSelection(before).scrollIntoView());
  return true;
}

function stepDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type.name === 'step') return depth;
  return 0;
}

/** Offset in the step; null without one. */
function factIn(step: ProseMirrorNode, key: StepFactKey): number | null {
  let found: number | null = null;
  step.forEach((child, offset) => {
    if (found === null && child.type.name === 'storyFact' && child.attrs.key === key) found = offset;
  });
  return found;
}

/** Before the lines that come after it, at the end of the step without any. */
function placeOf(step: ProseMirrorNode, key: StepFactKey): number {
  const later = stepFactKeys.slice(stepFactKeys.indexOf(key) + 1);
  const places = later.map((other) => factIn(step, other)).filter((offset) => offset !== null);
  return Math.min(...places, step.content.size);
}
