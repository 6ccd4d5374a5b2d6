// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createNarrativeDoc, emptyContent } from '../../../core/narrative/narrativeDoc';
import {
  findState,
  goToMatch,
  replaceAllMatches,
  replaceMatch,
  setFindQuery,
} from '../../../renderer/editor/find/Find';
import { findMatches } from '../../../renderer/editor/find/findMatches';
import { openPartOf } from './partEditor';

const opened: ReturnType<typeof openPartOf>[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function planWith(text: string) {
  const editor = openPartOf(createNarrativeDoc(emptyContent()), 'plan');
  opened.push(editor);
  editor.commands.focus('start');
  if (text !== '') editor.view.dispatch(editor.state.tr.insertText(text));
  return editor;
}

const hostile = [
  '.*',
  '(a+)+$',
  '[',
  '\\',
  '$&',
  '$1',
  '^',
  '{2}',
  '|',
  '<script>',
  '/x/g',
  '𝄞',
  'İ',
  '\u202E',
];

describe('find and replace', () => {
  it.each(hostile)('takes %j as plain text, found and put in', (text) => {
    const editor = planWith(`a ${text} b ${text} c`);
    setFindQuery(editor, { text, matchCase: true });
    expect(findState(editor.state).matches).toHaveLength(2);
    expect(replaceAllMatches(editor, `<${text}>`)).toBe(2);
    expect(editor.state.doc.textContent).toBe(`a <${text}> b <${text}> c`);
  });

  it('replaces all as the language itself would', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.string({ maxLength: 4 }),
        (text, needle, replacement) => {
          const editor = planWith(text);
          setFindQuery(editor, { text: needle, matchCase: true });
          replaceAllMatches(editor, replacement);
          expect(editor.state.doc.textContent).toBe(text.split(needle).join(replacement));
          editor.destroy();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('knows after every change what a new search would find', () => {
    const words = fc.array(fc.constantFrom('fee', 'fe', 'e', ' ', 'price'), { maxLength: 8 });
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: words,
      split: fc.boolean(),
    });
    fc.assert(
      fc.property(words, fc.array(change, { maxLength: 8 }), (first, changes) => {
        const editor = planWith(first.join(''));
        setFindQuery(editor, { text: 'fee', matchCase: true });
        for (const { at, text, split } of changes) {
          const { size } = editor.state.doc.content;
          const from = Math.round(at * size);
          const near = editor.state.doc.resolve(from);
          editor.commands.setTextSelection({ from, to: Math.min(size, from + text.length) });
          if (split && near.parent.isTextblock) editor.commands.splitBlock();
          else editor.commands.insertContent(text.join(''));
          const { matches, all } = findState(editor.state);
          const fresh = findMatches(editor.state.doc, { text: 'fee', matchCase: true });
          expect(matches).toEqual(fresh);
          expect(all.find().map((mark) => ({ from: mark.from, to: mark.to }))).toEqual(fresh);
        }
        editor.destroy();
      }),
      { numRuns: 100 },
    );
  });

  it('goes round, counts, and minds upper and lower case only when asked', () => {
    const editor = planWith('Price, price and PRICE');
    setFindQuery(editor, { text: 'price', matchCase: false });
    expect(findState(editor.state).matches).toHaveLength(3);
    goToMatch(editor, -1);
    expect(findState(editor.state).current).toBe(2);
    goToMatch(editor, 1);
    expect(findState(editor.state).current).toBe(0);
    setFindQuery(editor, { text: 'price', matchCase: true });
    expect(findState(editor.state).matches).toHaveLength(1);
  });

  it('replaces one, keeps its formatting and goes on to the next', () => {
    const editor = planWith('fee and fee');
    editor.chain().setTextSelection({ from: 1, to: 4 }).toggleBold().setTextSelection(1).run();
    setFindQuery(editor, { text: 'fee', matchCase: true });
    replaceMatch(editor, 'price');
    expect(editor.getHTML()).toContain('<strong>price</strong> and fee');
    expect(findState(editor.state)).toMatchObject({ current: 0, matches: [{ from: 11, to: 14 }] });
  });
});
