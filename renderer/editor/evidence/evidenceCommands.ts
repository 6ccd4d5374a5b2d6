import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EvidenceRecord } from '../../../core/evidence/evidenceRecord';
import { selectionRect } from '../popover/popoverStore';
import { claimedWords } from './claimedWords';
import { claimAt, claimRanges } from './claimRanges';
import { evidenceOptions, pendingWords } from './EvidenceTags';
import { openClaim } from './openClaim';

/** What a person writes on a card. */
export type CardWords = Omit<EvidenceRecord, 'id' | 'setBy' | 'setAt'>;

/** A card nobody wrote on yet. */
export const emptyCard: CardWords = {
  state: 'assumed',
  what: '',
  who: '',
  when: '',
  link: '',
  asset: '',
  note: '',
};

/** Opens the card of the claim at the caret, or a new one for the words there. False where no words are. */
export function startEvidence(editor: Editor): boolean {
  if (!editor.isEditable) return false;
  const { from, to } = editor.state.selection;
  const known = claimAt(editor.state.doc, from, to);
  if (known) return openClaim(editor, { id: known.id, words: null }, selectionRect(editor));
  const words = claimedWords(editor.state);
  if (!words) return false;
  const start = editor.view.coordsAtPos(words.from);
  const end = editor.view.coordsAtPos(words.to, -1);
  const left =
    end.bottom - start.top > 2 * (start.bottom - start.top) ? start.left : Math.min(start.left, end.left);
  const anchor = new DOMRect(left, start.top, Math.max(1, end.right - left), end.bottom - start.top);
  return openClaim(editor, { id: null, words }, anchor);
}

/** Keeps a card; a new one marks its words, too, and undo takes both back in one step. False when the words are gone. */
export function keepCard(editor: Editor, id: string | null, words: CardWords): boolean {
  const pending = pendingWords(editor);
  if (id === null && !pending) return false;
  const kept = id ?? crypto.randomUUID();
  asOneStep(editor, () => {
    writeCard(editor, { ...words, id: kept });
    const mark = editor.schema.marks.evidence?.create({ id: kept });
    if (id === null && pending && mark)
      editor.view.dispatch(editor.state.tr.addMark(pending.from, pending.to, mark));
  });
  return true;
}

/** Takes the mark and the card of a claim away; undo brings both back. */
export function removeClaim(editor: Editor, id: string): void {
  asOneStep(editor, () => {
    const { tr, doc, schema } = editor.state;
    for (const range of claimRanges(doc))
      if (range.id === id && schema.marks.evidence)
        tr.removeMark(range.from, range.to, schema.marks.evidence);
    editor.view.dispatch(tr);
    const { records, history } = evidenceOptions(editor);
    records?.doc?.transact(() => records.delete(id), history);
  });
}

/** Puts the caret behind a claim's words and shows them. False when they are not in this part. */
export function goToClaim(editor: Editor, id: string): boolean {
  const range = claimRanges(editor.state.doc).find((candidate) => candidate.id === id);
  if (!range) return false;
  const selection = TextSelection.create(editor.state.doc, range.from, range.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
  return true;
}

function writeCard(editor: Editor, words: Omit<EvidenceRecord, 'setBy' | 'setAt'>): void {
  const { records, history, author } = evidenceOptions(editor);
  const card: EvidenceRecord = { ...words, setBy: author(), setAt: new Date().toISOString() };
  records?.doc?.transact(() => records.set(card.id, card), history);
}

function asOneStep(editor: Editor, change: () => void): void {
  const { history } = evidenceOptions(editor);
  history?.stopCapturing();
  change();
  history?.stopCapturing();
}
