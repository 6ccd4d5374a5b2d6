import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { RichNode } from '../../../core/narrative/richText';
import { asStructureChange } from '../structure/sectionGuard';
import { dispatchAsStep } from '../structure/undoStep';
import { appendToSection, manualById } from './manualSections';

/** Begins a how-to at the end of the how-to section of the manual with the caret: a title, and one numbered step. */
export function addHowTo(editor: Editor, newId: () => string = () => crypto.randomUUID()): boolean {
  const { state, schema, view } = editor;
  const { $from } = state.selection;
  const around = $from.depth > 0 ? $from.node(1) : null;
  const manual = around?.type.name === 'manual' ? manualById(state.doc, String(around.attrs.id)) : null;
  if (!manual) return false;
  const empty: RichNode[] = [
    { type: 'heading', attrs: { level: 3, id: newId() } },
    { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  ];
  const tr = asStructureChange(state.tr);
  const blocks = empty.map((block) => schema.nodeFromJSON(block));
  const start = appendToSection(tr, manual, { key: 'howTo', blocks });
  if (start === null) return false;
  dispatchAsStep(view, tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView());
  view.focus();
  return true;
}
