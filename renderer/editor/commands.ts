import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { emptyFaqItem, emptyManual, emptyStep, emptyUseCase } from '../../core/narrative/partTemplate';
import type { FaqState, RichNode } from '../../core/narrative/richText';
import { isItem } from './structure/cells';
import { asStructureChange } from './structure/sectionGuard';
import { dispatchAsStep } from './structure/undoStep';

type NewId = () => string;
const randomId: NewId = () => crypto.randomUUID();

interface NewFaqQuestion {
  text?: string;
  /** Number in the question bank; a question from there is asked once in a part. */
  bankNumber?: number;
  askedBy?: string;
  owner?: string;
  /** A day such as 2027-03-01. */
  due?: string;
}

/** Adds a question and puts the caret in it. Answers false, and goes to it, when it is asked here already. */
export function addFaqQuestion(editor: Editor, question: NewFaqQuestion = {}, newId = randomId): boolean {
  const asked = findFaqQuestion(editor.state.doc, question);
  if (asked !== null) {
    setCaret(editor, asked);
    return false;
  }
  const blank = findTopItem(editor.state.doc, (node) => node.type.name === 'faqItem' && !node.textContent);
  const empty = emptyFaqItem(newId(), question.text ?? '', question.bankNumber ?? null);
  const item = { ...empty, attrs: { ...empty.attrs, ...namesOf(question) } };
  if (blank && blank.node.type.name === 'faqItem') return replaceItem(editor, blank, item);
  return insertItem(editor, item);
}

const namesOf = ({ askedBy = '', owner = '', due = '' }: NewFaqQuestion) => ({ askedBy, owner, due });

/** Position of the item that asks this: the same number of the bank, or the same words. */
function findFaqQuestion(doc: ProseMirrorNode, { text, bankNumber }: NewFaqQuestion): number | null {
  const wanted = normalWords(text ?? '');
  const found = findTopItem(doc, (node) => {
    if (node.type.name !== 'faqItem') return false;
    if (bankNumber !== undefined && node.attrs.bankNumber === bankNumber) return true;
    return wanted !== '' && normalWords(node.firstChild?.textContent ?? '') === wanted;
  });
  return found?.pos ?? null;
}

const normalWords = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

/** Adds an empty use case after the one being written. */
export function addUseCase(editor: Editor, newId = randomId): boolean {
  return insertItem(editor, emptyUseCase(newId(), newId()));
}

/** Adds a step after the one being written, or at the end of the use case. */
export function addStep(editor: Editor, newId = randomId): boolean {
  const { $head } = editor.state.selection;
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const { name } = $head.node(depth).type;
    if (name === 'step') return insertAt(editor, $head.after(depth), emptyStep(newId()));
    if (name === 'useCase') return insertAt(editor, $head.end(depth), emptyStep(newId()));
  }
  return false;
}

/** Adds a manual for one more kind of user. */
export function addManual(editor: Editor, audience = '', newId = randomId): boolean {
  return insertItem(editor, emptyManual(newId(), audience));
}

/** The question with this id, wherever it stands now. */
export function faqItemById(doc: ProseMirrorNode, id: string): ProseMirrorNode | undefined {
  return findTopItem(doc, (node) => node.type.name === 'faqItem' && node.attrs.id === id)?.node;
}

interface FaqDetails {
  state?: FaqState;
  owner?: string;
  due?: string;
  askedBy?: string;
}

/** Changes state, owner, date or origin of the question with this id. False when it is gone. */
export function updateFaqItem(editor: Editor, id: string, details: FaqDetails): boolean {
  const found = findTopItem(editor.state.doc, (node) => node.attrs.id === id);
  if (!found) return false;
  const tr = editor.state.tr;
  for (const [name, value] of Object.entries(details)) tr.setNodeAttribute(found.pos, name, value);
  dispatchAsStep(editor.view, tr);
  return true;
}

function findTopItem(doc: ProseMirrorNode, matches: (node: ProseMirrorNode) => boolean) {
  let found: { node: ProseMirrorNode; pos: number } | null = null;
  doc.forEach((node, pos) => {
    if (found === null && matches(node)) found = { node, pos };
  });
  return found as { node: ProseMirrorNode; pos: number } | null;
}

/** New items of a part stand after the one being written; with the caret nowhere, at the end. */
function insertItem(editor: Editor, item: RichNode): boolean {
  const { $head } = editor.state.selection;
  const inItem = $head.depth > 0 && isItem($head.node(1));
  return insertAt(editor, inItem && editor.isFocused ? $head.after(1) : editor.state.doc.content.size, item);
}

function insertAt(editor: Editor, pos: number, item: RichNode): boolean {
  const tr = asStructureChange(editor.state.tr.insert(pos, editor.schema.nodeFromJSON(item)));
  tr.setSelection(caretInside(tr.doc, pos));
  dispatchAsStep(editor.view, tr.scrollIntoView());
  editor.view.focus();
  return true;
}

function replaceItem(editor: Editor, { node, pos }: { node: ProseMirrorNode; pos: number }, item: RichNode) {
  const fresh = editor.schema.nodeFromJSON(item);
  const tr = asStructureChange(editor.state.tr.replaceWith(pos, pos + node.nodeSize, fresh));
  tr.setSelection(caretInside(tr.doc, pos));
  dispatchAsStep(editor.view, tr.scrollIntoView());
  editor.view.focus();
  return true;
}

/** A question that is written already waits for its answer; otherwise the caret goes to the first label. */
function caretInside(doc: ProseMirrorNode, pos: number): Selection {
  const label = doc.nodeAt(pos)?.firstChild;
  const isWritten = label !== null && label !== undefined && label.content.size > 0;
  return Selection.near(doc.resolve(pos + 1 + (isWritten ? label.nodeSize : 0)), 1);
}

function setCaret(editor: Editor, pos: number): void {
  const tr = editor.state.tr.setSelection(caretInside(editor.state.doc, pos));
  dispatchAsStep(editor.view, tr.scrollIntoView());
  editor.view.focus();
}
