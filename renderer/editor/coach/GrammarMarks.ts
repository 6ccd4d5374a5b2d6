import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { GrammarFinding } from '../../../core/api/shapes';
import type { PartKey } from '../../../core/narrative/parts';
import { readCaret } from '../readCaret';
import { findingRanges } from './findingRanges';

/** Words of which spelling or grammar is doubted, and what is doubted. */
interface DoubtedWords {
  /** Position in the list of doubts. */
  id: string;
  from: number;
  to: number;
  message: string;
}

const doubtsKey = new PluginKey<DecorationSet>('grammarMarks');

/** A quiet line under words of which spelling or grammar is doubted. Decorations only, like the coach's marks. */
export const GrammarMarks = Extension.create({
  name: 'grammarMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: doubtsKey,
      state: { init: () => DecorationSet.empty, apply: follow },
      props: { decorations: (state) => doubtsKey.getState(state) },
    }),
  ],
});

function follow(tr: Transaction, before: DecorationSet): DecorationSet {
  const doubts = tr.getMeta(doubtsKey) as readonly DoubtedWords[] | undefined;
  if (doubts) return DecorationSet.create(tr.doc, doubts.map(draw));
  if (!tr.docChanged || before === DecorationSet.empty) return before;
  return withoutRewritten(tr, before.map(tr.mapping, tr.doc));
}

function draw({ id, from, to, message }: DoubtedWords): Decoration {
  return Decoration.inline(from, to, { class: 'dl-doubted', title: message }, { id });
}

/** Words that are being rewritten are no longer doubted; the next look at them says whether they are again. */
function withoutRewritten(tr: Transaction, marks: DecorationSet): DecorationSet {
  const touched: Decoration[] = [];
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1);
    map.forEach((...range) => {
      const [, , start, end] = range;
      touched.push(...marks.find(later.map(start, -1), later.map(end, 1)));
    });
  });
  return touched.length === 0 ? marks : marks.remove(touched);
}

/** Underlines the words of these doubts instead of those before; what no longer stands there is left out. */
export function setGrammarMarks(editor: Editor, part: PartKey, doubts: readonly GrammarFinding[]): void {
  readCaret();
  const { state, view } = editor;
  const known = doubtsKey.getState(state);
  if (doubts.length === 0 && (known?.find().length ?? 0) === 0) return;
  const named = doubts.map((doubt, index) => ({ ...doubt, id: String(index) }));
  const words: DoubtedWords[] = findingRanges(state.doc, part, named).map((range) => ({
    ...range,
    message: named[Number(range.id)]?.message ?? '',
  }));
  view.dispatch(state.tr.setMeta(doubtsKey, words).setMeta('addToHistory', false));
}

/** Selects the words of the doubt at this position in the list and shows them. False when they are not marked. */
export function showGrammarMark(editor: Editor, index: number): boolean {
  const { state, view } = editor;
  const [mark] =
    doubtsKey.getState(state)?.find(undefined, undefined, ({ id }) => id === String(index)) ?? [];
  if (!mark) return false;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, mark.from, mark.to)).scrollIntoView());
  view.focus();
  return true;
}
