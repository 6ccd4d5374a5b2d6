import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { PartKey } from '../../../core/narrative/parts';
import { readCaret } from '../readCaret';
import { isItem } from '../structure/cells';
import { isOneLine } from '../structure/StructureKeys';
import { asStructureChange } from '../structure/sectionGuard';
import { dispatchAsStep } from '../structure/undoStep';
import { CopiedHtml } from './CopiedHtml';
import { cleanPastedHtml } from './cleanPastedHtml';
import { holdsOnlyItems, joinToLine, unwrapStructure } from './pastedStructure';

interface PasteOptions {
  part: PartKey;
}

/** Cleans what other programs put on the clipboard and fits it to the place where it is pasted. */
export const Paste = Extension.create<PasteOptions>({
  name: 'pastedText',
  addOptions: () => ({ part: 'release' as PartKey }),
  addProseMirrorPlugins() {
    const { part } = this.options;
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('pastedText'),
        props: {
          handleDOMEvents: { copy: takeInSelection, cut: takeInSelection },
          clipboardSerializer: new CopiedHtml(editor),
          transformPastedHTML: cleanPastedHtml,
          transformPasted(slice, view) {
            const { $from } = view.state.selection;
            if (holdsOnlyItems(slice, part)) return slice;
            const blocks = unwrapStructure(slice);
            return isOneLine($from, part) ? joinToLine(blocks, $from) : blocks;
          },
          handlePaste(view, _event, slice) {
            if (!holdsOnlyItems(slice, part)) return false;
            dispatchAsStep(view, insertItems(view.state, slice));
            return true;
          },
        },
      }),
    ];
  },
});

/** Words that were selected a moment ago are copied by the editor, with their marks, never by the browser without. */
function takeInSelection(): boolean {
  readCaret();
  return false;
}

/** Pasted items stand after the one with the caret; the normaliser gives them ids of their own. */
function insertItems(state: EditorState, slice: Slice): Transaction {
  const { $head } = state.selection;
  const inItem = $head.depth > 0 && isItem($head.node(1));
  const pos = inItem ? $head.after(1) : state.doc.content.size;
  const tr = asStructureChange(state.tr.insert(pos, slice.content));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(pos + slice.content.size), -1)).scrollIntoView();
}
