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
  /** A mark on every match. */
  all: DecorationSet;
  /** One more on the present match. */
  shown: DecorationSet;
}

type FindChange = { query: FindQuery } | { current: number };

const findKey = new PluginKey<FindState>('find');
const noQuery: FindQuery = { text: '', matchCase: false };
const idle: FindState = {
  query: noQuery,
  matches: [],
  current: -1,
  all: DecorationSet.empty,
  shown: DecorationSet.empty,
};

/** Finds and replaces literal text within a part, and marks what was found. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key: findKey,
      state: { init: () => idle, apply: (...[tr, before, , state]) => follow(tr, before, state) },
      props: { decorations: (state) => findKey.getState(state)?.all },
    }),
    new Plugin({ props: { decorations: (state) => findKey.getState(state)?.shown } }),
  ],
});

function follow(tr: Transaction, before: FindState, state: EditorState): FindState {
  const change = tr.getMeta(findKey) as FindChange | undefined;
  if (change && 'query' in change) return search(state, change.query, state.selection.from);
  if (before.query.text === '') return before;
  if (change && 'current' in change) return show(state, { ...before, current: change.current });
  return tr.docChanged ? searchChanged(tr, before, state) : before;
}

function search(state: EditorState, query: FindQuery, near: number): FindState {
  const matches = findMatches(state.doc, query);
  const all = DecorationSet.create(state.doc, matches.map(toMark));
  return show(state, { ...idle, query, matches, all, current: indexFrom(matches, near) });
}

/** Searches the paragraphs a change touched; everywhere else the matches only move. */
function searchChanged(tr: Transaction, before: FindState, state: EditorState): FindState {
  const changed = changedParagraphs(tr);
  const near = tr.mapping.map(before.matches[before.current]?.from ?? state.selection.from, -1);
  if (!changed) return before;
  const kept = before.matches.map(({ from, to }) => ({
    from: tr.mapping.map(from, 1),
    to: tr.mapping.map(to, -1),
  }));
  const found = findMatches(state.doc, before.query, changed);
  const matches = [
    ...kept.filter(({ to }) => to <= changed.from),
    ...found,
    ...kept.filter(({ from }) => from >= changed.to),
  ];
  const moved = before.all.map(tr.mapping, tr.doc);
  const all = moved.remove(moved.find(changed.from, changed.to)).add(state.doc, found.map(toMark));
  return show(state, { ...before, matches, all, current: indexFrom(matches, near) });
}

/** From the start of the first paragraph that changed to the end of the last; null when no text did. */
function changedParagraphs({ doc, mapping }: Transaction): Match | null {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  mapping.maps.forEach((map, index) => {
    const later = mapping.slice(index + 1);
    map.forEach((...[, , start, end]) => {
      from = Math.min(from, later.map(start, -1));
      to = Math.max(to, later.map(end, 1));
    });
  });
  if (to < 0) return null;
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  return {
    from: $from.parent.isTextblock ? $from.before() : from,
    to: $to.parent.isTextblock ? $to.after() : to,
  };
}

/** The first match from there on, else the first of all. */
function indexFrom(matches: readonly Match[], near: number): number {
  const after = matches.findIndex((match) => match.from >= near);
  return matches.length === 0 ? -1 : Math.max(0, after);
}

function show(state: EditorState, found: FindState): FindState {
  const match = found.matches[found.current];
  const mark = match && Decoration.inline(match.from, match.to, { class: 'dl-found-current' });
  return { ...found, shown: DecorationSet.create(state.doc, mark ? [mark] : []) };
}

const toMark = ({ from, to }: Match) => Decoration.inline(from, to, { class: 'dl-found' });

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
