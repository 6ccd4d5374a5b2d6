import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { readCaret } from '../readCaret';
import { isContainer } from './cells';

type Side = 'start' | 'end';

/**
 * Goes to the start or end of a part whose outermost block is a table or a picture. A browser would put its
 * caret where no text can stand and lose the first letter; a gap cursor makes a paragraph of what is typed.
 * Between and below questions, stories and manuals there is no such place: a click or an arrow goes into them.
 */
export function partEnds(part: PartKey): Extension {
  const allowGapCursor = partDefinitions[part].kind === 'plain';
  return Extension.create({
    name: 'partEnds',
    extendNodeSchema: ({ name }) => (name === 'doc' ? { allowGapCursor } : {}),
    addKeyboardShortcuts() {
      const { view } = this.editor;
      const goTo = (side: Side) => () => goBeside(view, side);
      return {
        'Ctrl-Home': goTo('start'),
        'Meta-ArrowUp': goTo('start'),
        'Ctrl-End': goTo('end'),
        'Meta-ArrowDown': goTo('end'),
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('partEnds'),
        props: { handleClick: (...[view, , event]) => goIntoEmptyItem(view, event) },
      }),
    ],
  });
}

/** A click on the empty sheet below an item nobody wrote in begins that item, at its question or title. */
function goIntoEmptyItem(view: EditorView, { clientY }: MouseEvent): boolean {
  readCaret();
  const { state } = view;
  const item = state.doc.lastChild;
  if (!item || !isContainer(item) || item.textContent !== '') return false;
  const start = state.doc.content.size - item.nodeSize;
  const drawn = view.nodeDOM(start);
  if (!(drawn instanceof HTMLElement) || clientY <= drawn.getBoundingClientRect().bottom) return false;
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(start))));
  return true;
}

function goBeside({ state, dispatch }: EditorView, side: Side): boolean {
  const pos = gapAt(state.doc, side);
  if (pos === null) return false;
  dispatch(state.tr.setSelection(new GapCursor(state.doc.resolve(pos))).scrollIntoView());
  return true;
}

/** Beside the outermost block of a part; null where that block takes a caret of its own. */
function gapAt(doc: ProseMirrorNode, side: Side): number | null {
  let parent = doc;
  let pos = side === 'start' ? 0 : doc.content.size;
  for (;;) {
    const outermost = side === 'start' ? parent.firstChild : parent.lastChild;
    if (!outermost) return null;
    if (!isContainer(outermost)) return outermost.isAtom || outermost.type.spec.isolating ? pos : null;
    parent = outermost;
    pos += side === 'start' ? 1 : -1;
  }
}
