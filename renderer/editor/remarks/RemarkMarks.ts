import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readCaret } from '../readCaret';

/** Words that somebody spoke about, or would change, in positions of the text that is shown. */
export interface RemarkRange {
  /** Id of the thread or of the suggestion. */
  id: string;
  from: number;
  to: number;
  /** `suggested`: words of a copy that somebody put in; `item`: a thing as a whole, such as a screen or a question. */
  kind: 'comment' | 'item' | 'suggestion' | 'suggested';
  /** The words that a suggestion would put in behind `to`, or that a copy has no more before `from`; '' for none. */
  other: string;
}

interface MarksState {
  decorations: DecorationSet;
  /** What it was drawn from, with positions as they were then. */
  ranges: readonly RemarkRange[];
  /** The remark whose card is open. */
  openId: string | null;
}

type MarksChange = { ranges: readonly RemarkRange[] } | { openId: string | null };

interface RemarkStorage {
  /** Begins a remark on what is around the caret as a whole; null where nobody takes remarks. */
  onCommentItem: (() => void) | null;
}

declare module '@tiptap/core' {
  interface Storage {
    remarkMarks: RemarkStorage;
  }
}

const marksKey = new PluginKey<MarksState>('remarkMarks');
const unmarked: MarksState = { decorations: DecorationSet.empty, ranges: [], openId: null };

/**
 * Marks commented words, and shows suggestions where they would change the text. Decorations only, so that no export
 * and no copy can carry them.
 */
export const RemarkMarks = Extension.create<object, RemarkStorage>({
  name: 'remarkMarks',
  addStorage: () => ({ onCommentItem: null }),
  addProseMirrorPlugins: () => [
    new Plugin<MarksState>({
      key: marksKey,
      state: { init: () => unmarked, apply: follow },
      props: { decorations: (state) => marksKey.getState(state)?.decorations },
    }),
  ],
});

function follow(tr: Transaction, before: MarksState): MarksState {
  const change = tr.getMeta(marksKey) as MarksChange | undefined;
  if (change && 'ranges' in change) return draw(tr.doc, change.ranges, before.openId);
  if (change) return draw(tr.doc, placedRanges(before), change.openId);
  if (!tr.docChanged || before.decorations === DecorationSet.empty) return before;
  return { ...before, decorations: before.decorations.map(tr.mapping, tr.doc) };
}

function draw(doc: ProseMirrorNode, ranges: readonly RemarkRange[], openId: string | null): MarksState {
  const decorations = ranges.flatMap((range) => drawRange(doc, range, range.id === openId));
  return { decorations: DecorationSet.create(doc, decorations), ranges, openId };
}

const classOf = {
  comment: 'dl-commented',
  item: 'dl-commented-item',
  suggestion: 'dl-taken-out',
  suggested: 'dl-suggested',
} as const;

function drawRange(doc: ProseMirrorNode, range: RemarkRange, isOpen: boolean): Decoration[] {
  const { id, from, to, kind, other } = range;
  const open = isOpen ? ' dl-remark-open' : '';
  const look = { class: `${classOf[kind]}${open}` };
  if (kind === 'item') return [Decoration.node(from, to, look, { id })];
  const drawn = [];
  if (from < to) drawn.push(Decoration.inline(from, to, look, { id }));
  if (other === '' && from < to) return drawn;
  const isCopy = kind === 'suggested';
  const at = isCopy ? from : to;
  const place = { isAmongWords: doc.resolve(at).parent.inlineContent, open, isTakenOut: isCopy };
  const draw = () => drawOther(other, place);
  drawn.push(Decoration.widget(at, draw, { id, side: isCopy ? -1 : 1, key: `${id} ${other} ${isOpen}` }));
  return drawn;
}

interface OtherPlace {
  isAmongWords: boolean;
  open: string;
  isTakenOut: boolean;
}

/** Words that do not stand in the text: those a suggestion would put in, or those a copy has no more. */
function drawOther(words: string, { isAmongWords, open, isTakenOut }: OtherPlace) {
  const name = isTakenOut ? 'del' : 'ins';
  const element = document.createElement(isAmongWords ? name : 'div');
  element.className = `${isTakenOut ? 'dl-was-there' : 'dl-put-in'}${open}`;
  element.contentEditable = 'false';
  element.textContent = words;
  return element;
}

/** The ranges with their positions as they are now; what was deleted since then has left the text. */
function placedRanges({ decorations, ranges }: MarksState): RemarkRange[] {
  const placed = new Map<string, { from: number; to: number }>();
  for (const { from, to, spec } of decorations.find()) {
    const known = placed.get(String(spec.id));
    placed.set(String(spec.id), {
      from: Math.min(from, known?.from ?? from),
      to: Math.max(to, known?.to ?? to),
    });
  }
  return ranges.flatMap((range) => {
    const now = placed.get(range.id);
    return now ? [{ ...range, ...now }] : [];
  });
}

/** Where the remarks of this part stand now. */
export function remarkRanges(state: EditorState): RemarkRange[] {
  return placedRanges(marksKey.getState(state) ?? unmarked);
}

/** Marks these words instead of those before. */
export function setRemarkMarks(editor: Editor, ranges: readonly RemarkRange[]): void {
  const inOrder = (list: readonly RemarkRange[]) =>
    JSON.stringify(list.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)));
  if (inOrder(remarkRanges(editor.state)) !== inOrder(ranges)) changeMarks(editor, { ranges });
}

/** Lets the words of one remark stand out; null for none. */
export function openRemarkMark(editor: Editor, openId: string | null): void {
  if ((marksKey.getState(editor.state)?.openId ?? null) !== openId) changeMarks(editor, { openId });
}

function changeMarks(editor: Editor, change: MarksChange): void {
  readCaret();
  editor.view.dispatch(editor.state.tr.setMeta(marksKey, change).setMeta('addToHistory', false));
}

/** The remark whose words hold the caret; the shortest where several do. */
export function remarkAt(state: EditorState): string | null {
  const { head } = state.selection;
  const around = remarkRanges(state).filter(({ from, to }) => from <= head && head <= to);
  return around.sort((a, b) => a.to - a.from - (b.to - b.from))[0]?.id ?? null;
}

/** Selects the words of a remark and shows them. False when they do not stand here. */
export function showRemark(editor: Editor, id: string): boolean {
  const { state, view } = editor;
  const range = remarkRanges(state).find((candidate) => candidate.id === id);
  if (!range) return false;
  const selection =
    range.kind === 'item'
      ? TextSelection.near(state.doc.resolve(range.from))
      : TextSelection.between(state.doc.resolve(range.from), state.doc.resolve(range.to));
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}
