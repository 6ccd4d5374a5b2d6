import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readCaret } from '../readCaret';
import type { WordRange } from './findingRanges';

interface MarksState {
  decorations: DecorationSet;
  /** The finding whose card is open. */
  openId: string | null;
}

type MarksChange = { ranges: readonly WordRange[] } | { openId: string | null };

const marksKey = new PluginKey<MarksState>('coachMarks');
const unmarked: MarksState = { decorations: DecorationSet.empty, openId: null };

/** Underlines the words the coach asks about. Decorations only, so nothing can carry them out of the editor. */
export const CoachMarks = Extension.create({
  name: 'coachMarks',
  addProseMirrorPlugins: () => [
    new Plugin<MarksState>({
      key: marksKey,
      state: { init: () => unmarked, apply: (tr, before) => follow(tr, before) },
      props: {
        decorations: (state) => marksKey.getState(state)?.decorations,
        // The editor would keep every Enter to itself; this one belongs to the command table.
        handleDOMEvents: { keydown: (_view, event) => event.altKey && event.key === 'Enter' },
      },
    }),
  ],
});

function follow(tr: Transaction, before: MarksState): MarksState {
  const change = tr.getMeta(marksKey) as MarksChange | undefined;
  if (change && 'ranges' in change) return draw(tr, change.ranges, before.openId);
  if (change) return draw(tr, rangesIn(before.decorations), change.openId);
  if (!tr.docChanged) return before;
  return { ...before, decorations: before.decorations.map(tr.mapping, tr.doc) };
}

function draw(tr: Transaction, ranges: readonly WordRange[], openId: string | null): MarksState {
  const decorations = ranges.map(({ id, from, to }) =>
    Decoration.inline(from, to, { class: id === openId ? 'dl-asked dl-asked-open' : 'dl-asked' }, { id }),
  );
  return { decorations: DecorationSet.create(tr.doc, decorations), openId };
}

function rangesIn(decorations: DecorationSet): WordRange[] {
  return decorations.find().map(({ from, to, spec }) => ({ id: String(spec.id), from, to }));
}

/** Where the marked words stand now. */
export function coachMarks(state: EditorState): WordRange[] {
  return rangesIn(marksKey.getState(state)?.decorations ?? DecorationSet.empty);
}

/** Marks these words instead of those before; nothing is drawn again when they are the same. */
export function setCoachMarks(editor: Editor, ranges: readonly WordRange[]): void {
  const inOrder = (list: readonly WordRange[]) =>
    JSON.stringify(list.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1)));
  if (inOrder(coachMarks(editor.state)) !== inOrder(ranges)) changeMarks(editor, { ranges });
}

/** Lets the words of one finding stand out; null for none. */
export function openCoachMark(editor: Editor, openId: string | null): void {
  if (marksKey.getState(editor.state)?.openId !== openId) changeMarks(editor, { openId });
}

function changeMarks(editor: Editor, change: MarksChange): void {
  readCaret();
  editor.view.dispatch(editor.state.tr.setMeta(marksKey, change).setMeta('addToHistory', false));
}

/** The finding whose words hold the caret; the shortest where several do. */
export function coachMarkAt(state: EditorState): string | null {
  const { head } = state.selection;
  const around = coachMarks(state).filter(({ from, to }) => from <= head && head <= to);
  return around.sort((a, b) => a.to - a.from - (b.to - b.from))[0]?.id ?? null;
}

/** Selects the words of a finding and shows them. False when they are not marked here. */
export function showCoachMark(editor: Editor, id: string): boolean {
  const { state, view } = editor;
  const mark = coachMarks(state).find((candidate) => candidate.id === id);
  if (!mark) return false;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, mark.from, mark.to)).scrollIntoView());
  view.focus();
  return true;
}
