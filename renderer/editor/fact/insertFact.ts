import { IconTable } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Fact } from '../../../core/facts/fact';
import { readRecords } from '../../../core/narrative/recordMaps';
import type { BlockAction } from '../blockActions';
import './fact.css';

/** Puts a field at the caret that shows the confirmed value wherever it changes. False where no text can stand. */
export function insertFact(editor: Editor, { key, value }: Fact): boolean {
  const { $from } = editor.state.selection;
  const field = editor.schema.nodes.fact?.create({ key, value });
  if (!field || !$from.parent.inlineContent || $from.parent.type.spec.code) return false;
  editor.view.dispatch(editor.state.tr.replaceSelectionWith(field).scrollIntoView());
  editor.view.focus();
  return true;
}

/** One entry of the slash menu for each confirmed fact, read when the menu is. */
export function factActions(editor: Editor): BlockAction[] {
  const sync = ySyncPluginKey.getState(editor.state) as { doc: Y.Doc } | undefined;
  if (!sync) return [];
  return Object.values(readRecords(sync.doc).facts).map((fact) => ({
    title: `${fact.label}: ${fact.value}`,
    also: 'live field fact value',
    icon: IconTable,
    run: (target) => insertFact(target, fact),
  }));
}
