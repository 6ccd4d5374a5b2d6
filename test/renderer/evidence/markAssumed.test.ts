// @vitest-environment happy-dom
import { expect, it, onTestFinished } from 'vitest';
import { collectClaims } from '../../../core/evidence/collectClaims';
import { createNarrativeDoc, emptyContent, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { markAssumed } from '../../../renderer/editor/evidence/markAssumed';
import { openPartOf } from '../editor/partEditor';

const text = 'A household waits six days. It pays £68 for the visit.';

function write() {
  const doc = createNarrativeDoc(emptyContent());
  const editor = openPartOf(doc, 'plan');
  onTestFinished(() => editor.destroy());
  editor.commands.insertContentAt(1, text);
  const select = (words: string) => {
    const from = 1 + text.indexOf(words);
    editor.commands.setTextSelection({ from, to: from + words.length });
  };
  const claims = () =>
    collectClaims(readNarrativeDoc(doc)).claims.map(({ words, record }) => [words, record?.state]);
  return { editor, select, claims };
}

it('marks the selected words as assumed in one step, which undo takes back', () => {
  const { editor, select, claims } = write();
  select('six days');
  expect(markAssumed(editor)).not.toBeNull();
  expect(claims()).toEqual([['six days', 'assumed']]);
  editor.commands.undo();
  expect(claims()).toEqual([]);
  expect(editor.getText()).toBe(text);
});

it('is taken back alone, whatever was written since', () => {
  const { editor, select, claims } = write();
  select('£68');
  const undo = markAssumed(editor);
  editor.commands.insertContentAt(1, 'Today ');
  undo?.();
  expect(claims()).toEqual([]);
  expect(editor.getText()).toBe(`Today ${text}`);
});

it('makes one card for words, however often they are marked', () => {
  const { editor, select, claims } = write();
  select('six days');
  markAssumed(editor);
  select('six days');
  markAssumed(editor);
  expect(claims()).toEqual([['six days', 'assumed']]);
});

it('marks nothing where no words are', () => {
  const { editor, claims } = write();
  editor.commands.setContent('<p></p>');
  expect(markAssumed(editor)).toBeNull();
  expect(claims()).toEqual([]);
});
