import { type Editor, Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { addFaqQuestion } from '../commands';
import { cellAt, containerDepth, isContainer, isItem, isLabel, selectionInOneCell } from './cells';
import { clearAcross } from './clearAcross';
import { openLineAbove } from './openLineAbove';
import { readSelection } from './readSelection';
import { asStructureChange } from './sectionGuard';
import { removeEmptyStepFact } from './stepFacts';
import { dispatchAsStep } from './undoStep';

interface StructureKeysOptions {
  part: PartKey;
}

/** Keys that respect sections and items: nothing merges two of them, Enter moves on from one-line places. */
export const StructureKeys = Extension.create<StructureKeysOptions>({
  name: 'structureKeys',
  priority: 1050,
  addOptions: () => ({ part: 'release' as PartKey }),

  addKeyboardShortcuts() {
    const { editor } = this;
    const backward = () => clearSelection(editor) || keepStartOfCell(editor);
    const forward = () => clearSelection(editor) || keepEndOfCell(editor.state);
    return {
      'Mod-a': () => selectWider(editor),
      Enter: () =>
        clearSelection(editor) ||
        moveOn(editor, this.options.part) ||
        openLineAbove(editor) ||
        splitSelection(editor),
      'Mod-Enter': () => partDefinitions[this.options.part].kind === 'faq' && goToNextQuestion(editor),
      Backspace: backward,
      'Mod-Backspace': backward,
      'Shift-Backspace': backward,
      Delete: forward,
      'Mod-Delete': forward,
    };
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('structureKeys'),
      props: {
        // Typing over a selection that spans sections: clear inside each, then write where it began.
        handleTextInput(...args) {
          const [view, , , text] = args;
          if (selectionInOneCell(view.state)) return false;
          dispatchAsStep(view, clearAcross(view.state));
          view.dispatch(view.state.tr.insertText(text));
          return true;
        },
        handleDOMEvents: {
          keydown(view, { key }) {
            if (key === 'Backspace' || key === 'Delete') readSelection(view);
            return false;
          },
          cut(view, event) {
            if (selectionInOneCell(view.state) || !view.editable || !event.clipboardData) return false;
            event.preventDefault();
            const { dom, text } = view.serializeForClipboard(view.state.selection.content());
            event.clipboardData.setData('text/html', dom.innerHTML);
            event.clipboardData.setData('text/plain', text);
            dispatchAsStep(view, clearAcross(view.state));
            return true;
          },
        },
        handlePaste(view) {
          if (!selectionInOneCell(view.state)) dispatchAsStep(view, clearAcross(view.state));
          return false;
        },
      },
    }),
  ],
});

function clearSelection({ state, view }: Editor): boolean {
  if (!selectionInOneCell(state)) {
    dispatchAsStep(view, clearAcross(state));
    return true;
  }
  return clearLabelText({ state, view });
}

/** ProseMirror would delete the label itself together with all of its text. */
function clearLabelText({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $from, from, to, empty } = state.selection;
  if (empty || !isLabel($from.parent)) return false;
  view.dispatch(state.tr.delete(from, to).scrollIntoView());
  return true;
}

/** TipTap's own split fails on a selection that takes in a whole paragraph, because that paragraph is gone then. */
function splitSelection(editor: Editor): boolean {
  const { selection, tr } = editor.state;
  if (selection.empty || !(selection instanceof TextSelection) || selection.$from.parent.type.spec.code)
    return false;
  editor.view.dispatch(tr.delete(selection.from, selection.to));
  return editor.commands.splitBlock();
}

/** First the label or section, then its item, then the part. */
function selectWider({ state, view }: Editor): boolean {
  const { $from, from, to } = state.selection;
  const ranges: Selection[] = [];
  if (isLabel($from.parent)) ranges.push(TextSelection.create(state.doc, $from.start(), $from.end()));
  for (let depth = $from.depth; depth >= 0; depth -= 1) {
    if (!isContainer($from.node(depth))) continue;
    const start = state.doc.resolve($from.start(depth));
    ranges.push(TextSelection.between(start, state.doc.resolve($from.end(depth))));
  }
  const wider = ranges.find((range) => range.from < from || range.to > to);
  if (wider) view.dispatch(state.tr.setSelection(wider));
  return true;
}

/** Enter in a question, a title, a story fact or a one-line section goes to the next place to write. */
function moveOn({ state, view }: Editor, part: PartKey): boolean {
  const { $head, empty } = state.selection;
  if (!empty || !isOneLine($head, part)) return false;
  const depth = isLabel($head.parent) ? $head.depth : containerDepth($head);
  const next = Selection.findFrom(state.doc.resolve($head.after(depth)), 1, true);
  if (next) view.dispatch(state.tr.setSelection(TextSelection.near(next.$from)).scrollIntoView());
  return true;
}

/** True where the text is one line by nature: labels, and sections such as the heading. */
export function isOneLine($pos: ResolvedPos, part: PartKey): boolean {
  if (isLabel($pos.parent)) return true;
  const depth = containerDepth($pos);
  const section = partDefinitions[part].sections.find(({ key }) => key === $pos.node(depth).attrs.key);
  return depth > 0 && section?.singleLine === true && $pos.parent.type.name !== 'codeBlock';
}

/** The next question, or a new one after the last. */
function goToNextQuestion(editor: Editor): boolean {
  const { doc, selection } = editor.state;
  let next: number | null = null;
  doc.forEach((node, pos) => {
    if (next === null && pos > selection.head && node.type.name === 'faqItem') next = pos;
  });
  if (next === null) return addFaqQuestion(editor) || true;
  const caret = Selection.near(doc.resolve(next + 1), 1);
  editor.view.dispatch(editor.state.tr.setSelection(caret).scrollIntoView());
  return true;
}

/** At the start of a cell there is nothing before the caret that may be deleted. */
function keepStartOfCell({ state, view, commands }: Editor): boolean {
  const { $head, empty } = state.selection;
  if (!empty || $head.parentOffset > 0) return false;
  const depth = containerDepth($head);
  const isDirectChild = $head.depth === depth + 1;
  if (!isDirectChild || depth === 0) return false;
  if (isLabel($head.parent)) {
    return removeEmptyItem({ state, view }) || removeEmptyStepFact({ state, view }) || true;
  }
  if (cellAt($head)?.from !== $head.before()) return false;
  if ($head.parent.type.name !== 'paragraph') commands.setParagraph();
  return true;
}

/** An item without a word goes when Backspace is pressed at its start, unless it is the only one. */
function removeEmptyItem({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $head } = state.selection;
  const depth = containerDepth($head);
  const item = $head.node(depth);
  const siblings = $head.node(depth - 1);
  let alike = 0;
  siblings.forEach((node) => {
    if (node.type === item.type) alike += 1;
  });
  if (!isItem(item) || alike < 2 || hasContent(item)) return false;
  const from = $head.before(depth);
  const tr = asStructureChange(state.tr.delete(from, $head.after(depth)));
  dispatchAsStep(view, tr.setSelection(Selection.near(tr.doc.resolve(from), -1)).scrollIntoView());
  return true;
}

function hasContent(node: ResolvedPos['parent']): boolean {
  let found = false;
  node.descendants((child) => {
    found ||= child.isText || child.isAtom;
    return !found;
  });
  return found;
}

/** At the end of a cell, Delete would pull the next one into it. */
function keepEndOfCell({ selection: { $head, empty } }: EditorState): boolean {
  if (!empty || $head.parentOffset < $head.parent.content.size) return false;
  if (isLabel($head.parent)) return true;
  const depth = containerDepth($head);
  const cell = cellAt($head);
  return depth > 0 && $head.depth === depth + 1 && cell?.to === $head.after();
}
