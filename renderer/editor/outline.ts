import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { type FaqState, faqStates } from '../../core/narrative/richText';
import { titleOfSection } from './schema/sectionName';

export interface OutlineEntry {
  /** Section key or item id: what `goToSection` takes. Sections of a manual are `manualId/key`. */
  key: string;
  /** Section name, question or title; '' while an item has none. */
  title: string;
  kind: 'section' | 'faqItem' | 'useCase' | 'step' | 'manual' | 'heading';
  depth: 0 | 1;
  isEmpty: boolean;
  /** Of questions only. */
  state?: FaqState;
  /** Position in the document this outline was made from. */
  pos: number;
}

/** Sections and items of a part in order, for the rail and the guide. Walks containers only, never their text. */
export function outlineOf(doc: ProseMirrorNode): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  doc.forEach((node, pos) => {
    const entry = entryOf(node, pos);
    if (!entry) return;
    entries.push(entry);
    if (entry.kind === 'useCase' || entry.kind === 'manual') {
      node.forEach((child, offset) => {
        const inner = entryOf(child, pos + 1 + offset);
        if (inner && inner.kind !== 'heading') entries.push(nestEntry(inner, entry.key));
      });
    }
  });
  return entries;
}

function nestEntry(inner: OutlineEntry, parentKey: string): OutlineEntry {
  const key = inner.kind === 'section' ? `${parentKey}/${inner.key}` : inner.key;
  return { ...inner, key, depth: 1 };
}

function entryOf(node: ProseMirrorNode, pos: number): OutlineEntry | null {
  const kind = kindOf(node);
  if (!kind) return null;
  const base = { depth: 0, isEmpty: node.textContent.trim() === '', pos } as const;
  const label = node.firstChild?.textContent ?? '';
  switch (kind) {
    case 'section': {
      const key = String(node.attrs.key);
      return { ...base, kind, key, title: titleOfSection(key) };
    }
    case 'faqItem': {
      const state = faqStates.find((known) => known === node.attrs.state) ?? 'open';
      return { ...base, kind, key: String(node.attrs.id), title: label, state };
    }
    case 'useCase':
    case 'step':
    case 'manual':
      return { ...base, kind, key: String(node.attrs.id), title: label };
    case 'heading':
      return { ...base, kind, key: `heading-${pos}`, title: node.textContent };
  }
}

const kinds: readonly OutlineEntry['kind'][] = ['section', 'faqItem', 'useCase', 'step', 'manual', 'heading'];
const kindOf = ({ type }: ProseMirrorNode) => kinds.find((kind) => kind === type.name);

const outlinePauseMs = 300;

/** Calls back with the outline now and after each pause in writing; returns the function that stops it. */
export function watchOutline(editor: Editor, listener: (outline: OutlineEntry[]) => void): () => void {
  return afterEachPause(editor, outlinePauseMs, () => listener(outlineOf(editor.state.doc)));
}

/** Runs at once, then after the text changed and rested; never inside a transaction. */
export function afterEachPause(editor: Editor, pauseMs: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const onChange = ({ transaction }: { transaction: { docChanged: boolean } }) => {
    if (!transaction.docChanged) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(run, pauseMs);
  };
  run();
  editor.on('transaction', onChange);
  return () => {
    editor.off('transaction', onChange);
    if (timer !== null) clearTimeout(timer);
  };
}

/**
 * Puts the caret at the end of the first text of a section, of an item or of whatever else has this id, and shows it.
 * False when it is gone.
 */
export function goToSection(editor: Editor, key: string): boolean {
  const entry = outlineOf(editor.state.doc).find((candidate) => candidate.key === key);
  const pos = entry?.pos ?? placeOfId(editor.state.doc, key);
  if (pos === null) return false;
  const $inside = editor.state.doc.resolve(pos + 1);
  const first = Selection.findFrom($inside, 1, true) ?? Selection.near($inside);
  const caret = Selection.near(editor.state.doc.resolve(first.$from.end()), -1);
  editor.view.dispatch(editor.state.tr.setSelection(caret).scrollIntoView());
  editor.view.focus();
  return true;
}

/** Titles of how-tos and unwritten places have an id, and stand in no outline. */
function placeOfId(doc: ProseMirrorNode, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found === null && !node.isAtom && node.attrs.id === id) found = pos;
    return found === null && !node.isTextblock;
  });
  return found;
}

/** Goes to the section or item after, or before, the one with the caret. False at the end. */
export function goToNeighbour(editor: Editor, direction: 'next' | 'previous'): boolean {
  const { head } = editor.state.selection;
  const outline = outlineOf(editor.state.doc);
  const current = outline.findLastIndex((entry) => entry.pos < head);
  const target = outline[direction === 'next' ? current + 1 : current - 1];
  return target ? goToSection(editor, target.key) : false;
}
