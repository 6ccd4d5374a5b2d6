// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { collectClaims } from '../../../core/evidence/collectClaims';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { claimedWords } from '../../../renderer/editor/evidence/claimedWords';
import { setPending } from '../../../renderer/editor/evidence/EvidenceTags';
import { type CardWords, keepCard, removeClaim } from '../../../renderer/editor/evidence/evidenceCommands';
import { openPartOf } from '../editor/partEditor';

const card: CardWords = {
  state: 'heard',
  what: 'Fourteen interviews',
  who: '',
  when: '',
  link: '',
  asset: '',
  note: '',
};
const text = 'A household waits six days. It pays £68 for the visit, every time.';

/** An editor on the launch plan with one sentence marked. */
function withClaim() {
  const doc = createNarrativeDoc(emptyContent());
  const editor = openPartOf(doc, 'plan');
  editor.commands.insertContentAt(1, text);
  mark(editor, 1, 28);
  return { doc, editor, claims: () => collectClaims(readNarrativeDoc(doc)) };
}

function mark(editor: Editor, from: number, to: number): void {
  setPending(editor, { from, to });
  expect(keepCard(editor, null, card)).toBe(true);
  setPending(editor, null);
}

type Edit = (editor: Editor, at: number) => void;
const edits: Record<string, Edit> = {
  type: (editor, at) => editor.commands.insertContentAt(at, 'and so '),
  split: (editor, at) => editor.chain().setTextSelection(at).splitBlock().run(),
  join: (editor, at) => editor.chain().setTextSelection(at).joinBackward().run(),
  bold: (editor, at) => editor.chain().setTextSelection({ from: 1, to: at }).toggleBold().run(),
  remove: (editor, at) => editor.commands.deleteRange({ from: Math.max(1, at - 4), to: at }),
  undo: (editor) => editor.commands.undo(),
  redo: (editor) => editor.commands.redo(),
};

describe('claims under edits', () => {
  it('keep their card as long as undo does not take the marking itself back', { timeout: 60_000 }, () => {
    const edit = fc.tuple(fc.constantFrom('type', 'split', 'join', 'bold', 'remove'), fc.nat(80));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (steps) => {
        const { editor, claims } = withClaim();
        for (const [name, at] of steps) edits[name]?.(editor, 1 + (at % (editor.state.doc.content.size - 1)));
        const { claims: marked, orphans } = claims();
        expect([...marked.flatMap(({ record }) => record ?? []), ...orphans]).toHaveLength(1);
        const isMarked = JSON.stringify(editor.getJSON()).includes('"evidence"');
        expect(marked.length).toBe(isMarked ? 1 : 0);
        editor.destroy();
      }),
      { numRuns: 40 },
    );
  });

  it('are never left half done by undo and redo', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('undo', 'redo'), { maxLength: 8 }), (steps) => {
        const { editor, claims } = withClaim();
        for (const name of steps) edits[name]?.(editor, 0);
        const { claims: marked, orphans } = claims();
        expect(orphans).toEqual([]);
        expect(marked.every(({ record }) => record !== null)).toBe(true);
        editor.destroy();
      }),
      { numRuns: 20 },
    );
  });

  it('are one claim again when a split is joined', () => {
    const { editor, claims } = withClaim();
    editor.chain().setTextSelection(10).splitBlock().run();
    expect(claims().claims[0]?.words).toBe('A househo … ld waits six days.');
    editor.chain().joinBackward().run();
    expect(claims().claims[0]?.words).toBe('A household waits six days.');
    editor.destroy();
  });

  it('meet when two people mark apart, and removing one brings back the words bare', () => {
    const { doc, editor, claims } = withClaim();
    const there = decodeNarrativeDoc(encodeNarrativeDoc(doc));
    const other = openPartOf(there, 'plan');
    mark(other, 29, 40);
    Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(there, Y.encodeStateVector(doc)));
    const both = claims().claims;
    expect(both).toHaveLength(2);
    removeClaim(editor, both[0]?.id ?? '');
    expect(claims()).toMatchObject({ claims: [{ id: both[1]?.id }], orphans: [] });
    expect(editor.getText()).toContain('A household waits six days.');
    editor.commands.undo();
    expect(claims().claims).toHaveLength(2);
    editor.destroy();
    other.destroy();
  });
});

describe('the words that would be marked', () => {
  const wordsAt = (from: number, to = from) => {
    const { editor } = withClaim();
    editor.commands.setTextSelection({ from, to });
    const range = claimedWords(editor.state);
    const words = range && editor.state.doc.textBetween(range.from, range.to);
    editor.destroy();
    return words;
  };

  it('are the number at the caret, else its sentence, else the selection without its edges', () => {
    expect(wordsAt(1 + text.indexOf('68'))).toBe('£68');
    expect(wordsAt(1 + text.indexOf('household'))).toBe('A household waits six days.');
    expect(wordsAt(1 + text.indexOf('every'))).toBe('It pays £68 for the visit, every time.');
    expect(wordsAt(1 + text.indexOf(' six'), 1 + text.indexOf('days'))).toBe('six');
  });
});
