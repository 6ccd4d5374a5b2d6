import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { forgetPromise, keepPromise } from '../../../core/thread/changeThread';
import { sentenceHere, type WordRange } from '../evidence/claimedWords';
import { evidenceOptions } from '../evidence/EvidenceTags';
import { markIdOf, markRangeAt, markRanges } from '../markRanges';
import { sectionKeyAt } from '../place';

/** What came of the key for promises: words that were marked now, or a promise that was there already. */
export interface FoundPromise {
  id: string;
  isNew: boolean;
}

/**
 * The promise at the caret; where there is none, the selected words or the sentence at the caret become one, and undo
 * takes the mark and its record back in one step. Null where there are no words, or where they may only be read.
 */
export function followPromise(editor: Editor): FoundPromise | null {
  const known = markRangeAt(editor.state.doc, 'promise', editor.state.selection);
  if (known) return { id: known.id, isNew: false };
  const words = editor.isEditable ? sentenceHere(editor.state) : null;
  if (!words) return null;
  const id = crypto.randomUUID();
  const tr = markWords(editor, words, id);
  if (!tr.docChanged) return null;
  changeRecords(editor, (doc, origin) => {
    editor.view.dispatch(tr);
    const said = editor.state.doc.textBetween(words.from, words.to, ' ', ' ').trim();
    const promise = { id, words: said, section: sectionKeyAt(editor.state), isImportant: false };
    const by = evidenceOptions(editor).author();
    keepPromise(doc, promise, { by, at: new Date().toISOString(), origin });
  });
  return { id, isNew: true };
}

/** Takes the mark of a promise away, with its record and everything linked to it; undo brings all back at once. */
export function unfollowPromise(editor: Editor, id: string): void {
  const mark = editor.schema.marks.promise;
  const { tr, doc: text } = editor.state;
  for (const range of markRanges(text, 'promise')) {
    if (range.id === id && mark) tr.removeMark(range.from, range.to, mark);
  }
  changeRecords(editor, (doc, origin) => {
    if (tr.docChanged) editor.view.dispatch(tr);
    forgetPromise(doc, id, origin);
  });
}

/** Selects the words of a promise and shows them. False when they are not in this part. */
export function goToPromise(editor: Editor, id: string): boolean {
  const range = markRanges(editor.state.doc, 'promise').find((candidate) => candidate.id === id);
  if (!range) return false;
  const selection = TextSelection.create(editor.state.doc, range.from, range.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
  return true;
}

/**
 * Runs a change of the narrative's records as one step of this editor's undo; `origin` is what the change is to be
 * written under.
 */
export function changeRecords(editor: Editor, change: (doc: Y.Doc, origin: unknown) => void): void {
  const { records, history } = evidenceOptions(editor);
  if (!records?.doc) return;
  history?.stopCapturing();
  change(records.doc, history);
  history?.stopCapturing();
}

/** Words that carry another promise already stay with it. */
function markWords(editor: Editor, { from, to }: WordRange, id: string): Transaction {
  const { tr, doc, schema } = editor.state;
  const mark = schema.marks.promise?.create({ id });
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText || !mark || markIdOf(node, 'promise') !== null) return;
    tr.addMark(Math.max(from, pos), Math.min(to, pos + node.nodeSize), mark);
  });
  return tr;
}
