// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import type { GrammarFinding } from '../../../core/api/shapes';
import { createNarrativeDoc, emptyContent, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { plainText } from '../../../core/narrative/plainText';
import { setGrammarMarks, showGrammarMark } from '../../../renderer/editor/coach/GrammarMarks';
import { openPartOf } from '../editor/partEditor';

const text = 'Teh harbour opens. We recieve boats.';
const doubt = (quote: string): GrammarFinding => ({
  part: 'plan',
  section: '',
  quote,
  from: text.indexOf(quote),
  to: text.indexOf(quote) + quote.length,
  kind: 'spelling',
  message: `Did you mean something else than ${quote}?`,
  suggestions: [],
});
const doubts = [doubt('Teh'), doubt('recieve')];

function open() {
  const doc = createNarrativeDoc(emptyContent());
  const editor = openPartOf(doc, 'plan');
  onTestFinished(() => editor.destroy());
  editor.commands.insertContentAt(1, text);
  const marked = () => [...editor.view.dom.querySelectorAll('.dl-doubted')].map((mark) => mark.textContent);
  return { doc, editor, marked };
}

describe('doubts about spelling and grammar in the text', () => {
  test('stand under their words, with what is doubted, and in no saved text', () => {
    const { doc, editor, marked } = open();
    setGrammarMarks(editor, 'plan', doubts);
    expect(marked()).toEqual(['Teh', 'recieve']);
    expect(editor.view.dom.querySelector('.dl-doubted')?.getAttribute('title')).toBe(doubts[0]?.message);
    expect(editor.getHTML()).not.toContain('dl-doubted');
    expect(plainText(readNarrativeDoc(doc).parts.plan)).toBe(text);
  });

  test('move with their words while somebody types elsewhere', () => {
    const { editor, marked } = open();
    setGrammarMarks(editor, 'plan', doubts);
    editor.commands.insertContentAt(1 + text.indexOf('opens'), 'in Leeds ');
    expect(marked()).toEqual(['Teh', 'recieve']);
  });

  test('leave words that are being rewritten', () => {
    const { editor, marked } = open();
    setGrammarMarks(editor, 'plan', doubts);
    const at = 1 + text.indexOf('recieve');
    editor.commands.insertContentAt({ from: at + 3, to: at + 5 }, 'ei');
    expect(marked()).toEqual(['Teh']);
  });

  test('are left out where the text is another one by now', () => {
    const { editor, marked } = open();
    editor.commands.insertContentAt(1 + text.indexOf('We'), 'Today ');
    setGrammarMarks(editor, 'plan', doubts);
    expect(marked()).toEqual(['Teh']);
    setGrammarMarks(editor, 'plan', []);
    expect(marked()).toEqual([]);
  });

  test('are shown where they are now', () => {
    const { editor } = open();
    setGrammarMarks(editor, 'plan', doubts);
    editor.commands.insertContentAt(1 + text.indexOf('We'), 'Today ');
    expect(showGrammarMark(editor, 1)).toBe(true);
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to)).toBe('recieve');
    expect(showGrammarMark(editor, 7)).toBe(false);
  });
});
