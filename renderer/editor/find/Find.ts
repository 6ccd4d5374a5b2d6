import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { dispatchAsStep } from '../structure/undoStep';
import { type FindQuery, findMatches, type Match } from './findMatches';

export interface FindState {
  query: FindQuery;
  matches: readonly Match[];
  /** Index of the match that stands out; -1 while there is none. */
  current: number;
  decorations: DecorationSet;
}

type FindChange = { query: FindQuery } | { current: number } | { refresh: true };

const findKey = new PluginKey<FindState>('find');
const noQuery: FindQuery = { text: '', matchCase: false };
const idle: FindState = { query: noQuery, matches: [], current: -1, decorations: DecorationSet.empty };

/** Finds and replaces literal text within a part, and marks what was found. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key: findKey,
      state: { init: () => idle, apply: (...[tr, before, , state]) => follow(tr, before, state) },
      props: { decorations: (state) => findKey.getState(state)?.decorations },
    }),
  ],
});

function follow(tr: Transaction, before: FindState, state: EditorState): FindState {
  const change = tr.getMeta(findKey) as FindChange | undefined;
  if (change && 'query' in change) return search(state, change.query, state.selection.from);
  if (before.query.text === '') return before;
  if (change && 'current' in change) return mark(state, { ...before, current: change.current });
  if (!tr.docChanged) return before;
  const at = before.matches[before.current]?.from ?? state.selection.from;
  return search(state, before.query, tr.mapping.map(at, -1));
}

function search(state: EditorState, query: FindQuery, near: number): FindState {
  const matches = findMatches(state.doc, query);
  const after = matches.findIndex((match) => match.from >= near);
  const current = matches.length === 0 ? -1 : Math.max(0, after);
  return mark(state, { query, matches, current, decorations: DecorationSet.empty });
}

function mark(state: EditorState, found: FindState): FindState {
  const decorations = found.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, {
      class: index === found.current ? 'dl-found dl-found-current' : 'dl-found',
    }),
  );
  return { ...found, decorations: DecorationSet.create(state.doc, decorations) };
}

/** What is being looked for, and where it stands. */
export function findState(state: EditorState): FindState {
  return findKey.getState(state) ?? idle;
}

/** Looks for these words from the caret on; '' ends the search. */
export function setFindQuery({ view, state }: Editor, query: FindQuery): void {
  view.dispatch(state.tr.setMeta(findKey, { query } satisfies FindChange));
}

/** Goes to the match after or before the present one, around the ends, and shows it. */
export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { matches, current } = findState(editor.state);
  if (matches.length > 0) showMatch(editor, (current + step + matches.length) % matches.length);
}

/** Selects the present match and scrolls to it. */
export function showMatch({ view, state }: Editor, index: number): void {
  const match = findState(state).matches[index];
  if (!match) return;
  const tr = state.tr.setMeta(findKey, { current: index } satisfies FindChange);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView());
}

/** Puts the words in the place of the present match, and goes on to the next one. */
export function replaceMatch(editor: Editor, replacement: string): void {
  const { matches, current } = findState(editor.state);
  const match = matches[current];
  if (!match) return;
  editor.view.dispatch(replaceRange(editor.state.tr, match, replacement));
  showMatch(editor, findState(editor.state).current);
}

/** Replaces every match in one step of undo; answers how many. */
export function replaceAllMatches(editor: Editor, replacement: string): number {
  const { matches } = findState(editor.state);
  const tr = editor.state.tr;
  for (const match of [...matches].reverse()) replaceRange(tr, match, replacement);
  if (tr.docChanged) dispatchAsStep(editor.view, tr);
  return matches.length;
}

/** Keeps the formatting of the words that go. */
function replaceRange(tr: Transaction, { from, to }: Match, replacement: string): Transaction {
  if (replacement === '') return tr.delete(from, to);
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  return tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks));
}
