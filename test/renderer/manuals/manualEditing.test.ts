// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
// This adds its commands to the editor's type.
import type {} from '@tiptap/extension-paragraph';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { askForPlace, askInternalQuestion } from '../../../core/manuals/askQuestion';
import { howTosOf } from '../../../core/manuals/howTos';
import { internalQuestions, unwrittenBlocks } from '../../../core/manuals/unwritten';
import {
  createNarrativeDoc,
  emptyContent,
  readNarrativeDoc,
  readPart,
} from '../../../core/narrative/narrativeDoc';
import { itemsOf } from '../../../core/narrative/partState';
import { findSection, plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import { addHowTo } from '../../../renderer/editor/manual/addHowTo';
import { goToSection } from '../../../renderer/editor/outline';
import {
  addUnwritten,
  waitForQuestion,
  writeHere,
} from '../../../renderer/editor/unwritten/unwrittenCommands';
import { setUserKind } from '../../../renderer/editor/userKind/userKindCommands';
import { addSeeds } from '../../../renderer/features/manuals/addSeeds';
import { paragraph } from '../../core/check/narratives';
import {
  heading,
  manualOf,
  narrativeWith,
  numbered,
  question,
  stepOf,
  storyOf,
  unwritten,
} from '../../core/manuals/manuals';
import { openPartOf } from '../editor/partEditor';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

const docWith = (...parts: Parameters<typeof narrativeWith>) => createNarrativeDoc(narrativeWith(...parts));

function openManuals(doc: Y.Doc): Editor {
  const editor = openPartOf(doc, 'manuals');
  editors.push(editor);
  return editor;
}

const manualIn = (doc: Y.Doc): RichNode => itemsOf(readPart(doc, 'manuals'), 'manual')[0] ?? paragraph('');
const idsOf = (doc: Y.Doc) => howTosOf(manualIn(doc)).map(({ id, title }) => [id, title]);

function caretIn(editor: Editor, words: string, offset = 0): void {
  let found: { node: ProseMirrorNode; pos: number } | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent === words) found ??= { node, pos };
    return found === null;
  });
  const { pos } = found as unknown as { pos: number };
  editor.view.dispatch(
    editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos + 1 + offset)),
  );
}

function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', { key });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event));
}

describe('the id of a how-to', () => {
  const withOne = () =>
    docWith({ manuals: [manualOf({ howTo: [heading('Move it', { id: 'move' }), numbered('Scan')] })] });

  test('is given on opening to the outermost headings only, and never twice', () => {
    const howTo = [
      heading('Move it'),
      heading('In the rain', { level: 4 }),
      heading('Find it', { id: 'find' }),
      heading('Lose it', { id: 'find' }),
    ];
    const doc = docWith({ manuals: [manualOf({ concepts: [heading('A shelf')], howTo })] });
    openManuals(doc);
    const ids = [...JSON.stringify(manualIn(doc)).matchAll(/"level":(\d),"id":("[^"]*"|null)/g)];
    const [shelf, move, rain, find, lose] = ids.map(([, level, id]) => `${level} ${id}`);
    expect([shelf, rain, find]).toEqual(['3 null', '4 null', '3 "find"']);
    expect(new Set([move, find, lose]).size).toBe(3);
    expect([move, lose]).not.toContain('3 null');
  });

  test.each([0, 1, 4, 5, 7])('stays with its words when Enter is pressed after %i letters', (offset) => {
    const doc = withOne();
    const editor = openManuals(doc);
    caretIn(editor, 'Move it', offset);
    press(editor, 'Enter');
    const [id, title] = idsOf(doc)[0] ?? [];
    expect([id, title]).toEqual(['move', offset === 0 ? 'Move it' : 'Move it'.slice(0, offset).trim()]);
    press(editor, 'Backspace');
    expect(idsOf(doc)).toEqual([['move', 'Move it']]);
  });

  test('stays through a change of level, and comes back with undo', () => {
    const doc = withOne();
    const editor = openManuals(doc);
    caretIn(editor, 'Move it', 2);
    editor.commands.setHeading({ level: 2 });
    expect(idsOf(doc)).toEqual([['move', 'Move it']]);
    editor.commands.setParagraph();
    expect(idsOf(doc)).toEqual([]);
    editor.commands.undo();
    expect(idsOf(doc)).toEqual([['move', 'Move it']]);
  });

  test('leads to it', () => {
    const editor = openManuals(withOne());
    expect(goToSection(editor, 'move')).toBe(true);
    expect(editor.state.selection.$head.parent.textContent).toBe('Move it');
    expect(goToSection(editor, 'gone')).toBe(false);
  });

  test('a new how-to has one from the beginning, and room for its steps', () => {
    const doc = docWith({
      manuals: [manualOf({ howTo: [paragraph('')], reference: [paragraph('Limits')] })],
    });
    const editor = openManuals(doc);
    caretIn(editor, 'Limits');
    expect(addHowTo(editor, () => 'fresh')).toBe(true);
    editor.view.dispatch(editor.state.tr.insertText('Move it'));
    expect(idsOf(doc)).toEqual([['fresh', 'Move it']]);
    expect(plainText(findSection(manualIn(doc), 'howTo') ?? paragraph('x'))).toBe('Move it');
  });
});

describe('seeds', () => {
  const story = storyOf('move', 'Anna moves a sample', stepOf('s1', 'Scan it'));
  const chosen = { manual: 'lab', useCases: [story], concepts: ['reader'], texts: ['Shelf full.'] };
  const emptySections = { concepts: [paragraph('')], howTo: [paragraph('')], reference: [paragraph('')] };

  test('go to the ends of their sections, once however often, and one undo takes them back', () => {
    const doc = docWith({ manuals: [manualOf({ ...emptySections, reference: [paragraph('Price: £3')] })] });
    const before = JSON.stringify(readPart(doc, 'manuals'));
    const editor = openManuals(doc);
    expect(addSeeds(editor, chosen)).toBe(3);
    const words = (key: string) => plainText(findSection(manualIn(doc), key) ?? paragraph('lost'));
    expect(['concepts', 'howTo', 'reference'].map(words)).toEqual([
      'reader',
      'Anna moves a sample\nScan it',
      'Price: £3\nShelf full.',
    ]);
    expect(addSeeds(editor, chosen)).toBe(0);
    expect(howTosOf(manualIn(doc))).toHaveLength(1);
    editor.commands.undo();
    expect(words('howTo')).toBe('');
    expect(JSON.parse(before).content).toHaveLength(readPart(doc, 'manuals').content?.length ?? 0);
    expect(words('reference')).toBe('Price: £3');
  });

  test('do nothing in a manual that is gone', () => {
    const editor = openManuals(docWith({ manuals: [manualOf(emptySections)] }));
    expect(addSeeds(editor, { ...chosen, manual: 'gone' })).toBe(0);
  });
});

const withPlace = (attrs = {}) =>
  docWith({
    manuals: [manualOf({ reference: [unwritten('gap', 'Prices', attrs)] })],
    internalFaq: [question('q1', 'Who pays?'), question('q2', 'Since when?', 'answered')],
  });

describe('a place that could not be written yet', () => {
  const shown = (editor: Editor) => editor.view.dom.querySelector<HTMLElement>('[data-type="unwritten"]');

  test('takes the place of an empty line, has an id, and is written in at once', () => {
    const doc = docWith({ manuals: [manualOf({ reference: [paragraph('')] })] });
    const editor = openManuals(doc);
    goToSection(editor, 'lab/reference');
    expect(addUnwritten(editor)).toBe(true);
    editor.view.dispatch(editor.state.tr.insertText('Prices'));
    const [block] = unwrittenBlocks(readNarrativeDoc(doc).parts);
    expect(block).toMatchObject({ words: 'Prices', questionId: '', question: null });
    expect(block?.id).not.toBe('');
    expect(addUnwritten(editor), 'none inside another').toBe(false);
  });

  test('says which question it waits for, and how that is doing in the other part', () => {
    const doc = withPlace();
    const editor = openManuals(doc);
    expect(shown(editor)?.dataset.state).toBe('unasked');
    waitForQuestion(editor, 'gap', { id: 'q1', words: 'Who pays?' });
    expect(shown(editor)?.textContent).toContain('Waits for Q 1: Who pays? (open)');
    const [first] = doc.getXmlFragment('part.internalFaq').toArray();
    (first as Y.XmlElement).setAttribute('state', 'answered');
    expect(shown(editor)?.textContent).toContain('Answered. Q 1: Who pays?');
    doc.getXmlFragment('part.internalFaq').delete(0, 1);
    expect(shown(editor)?.textContent).toContain('Its question was deleted: “Who pays?”');
  });

  test('becomes ordinary text when it is written, by button or by Backspace at its start', () => {
    for (const write of [
      (editor: Editor) => writeHere(editor, 'gap'),
      (editor: Editor) => {
        caretIn(editor, 'Prices');
        press(editor, 'Backspace');
      },
    ]) {
      const doc = withPlace();
      const editor = openManuals(doc);
      write(editor);
      expect(unwrittenBlocks(readNarrativeDoc(doc).parts)).toEqual([]);
      expect(plainText(findSection(manualIn(doc), 'reference') ?? paragraph('lost'))).toBe('Prices');
      editor.commands.undo();
      expect(unwrittenBlocks(readNarrativeDoc(doc).parts)).toMatchObject([{ id: 'gap', words: 'Prices' }]);
    }
  });

  test('is left below by Enter in an empty last line', () => {
    const doc = withPlace();
    const editor = openManuals(doc);
    caretIn(editor, 'Prices', 6);
    press(editor, 'Enter');
    press(editor, 'Enter');
    editor.view.dispatch(editor.state.tr.insertText('Below'));
    expect(unwrittenBlocks(readNarrativeDoc(doc).parts)).toMatchObject([{ words: 'Prices' }]);
    expect(plainText(findSection(manualIn(doc), 'reference') ?? paragraph('lost'))).toBe('Prices\nBelow');
  });
});

describe('the internal FAQ', () => {
  test('shows below a question what it holds up, and follows its words', () => {
    const doc = withPlace({ question: 'q1', words: 'Who pays?' });
    const faq = openPartOf(doc, 'internalFaq');
    editors.push(faq);
    const blocks = () =>
      [...faq.view.dom.querySelectorAll('.dl-blocks')].map(({ textContent }) => textContent);
    expect(blocks()).toEqual(['Blocks:Manual: Lab staff, “Prices”']);
    const editor = openManuals(doc);
    caretIn(editor, 'Prices', 6);
    editor.view.dispatch(editor.state.tr.insertText(' abroad'));
    expect(blocks()).toEqual(['Blocks:Manual: Lab staff, “Prices abroad”']);
    waitForQuestion(editor, 'gap', { id: 'q2', words: 'Since when?' });
    expect(blocks()).toEqual(['Can be written now:Manual: Lab staff, “Prices abroad”']);
    writeHere(editor, 'gap');
    expect(blocks()).toEqual([]);
  });

  test('takes a question of a place: in the first empty item, else in a new one', () => {
    const doc = createNarrativeDoc(emptyContent());
    const asked = () => internalQuestions(readPart(doc, 'internalFaq')).map(({ id, words }) => [id, words]);
    expect(askInternalQuestion(doc, 'Who pays?', 'new')).toBe('internalFaq-first');
    expect(askInternalQuestion(doc, 'Since when?', 'new')).toBe('new');
    expect(asked()).toEqual([
      ['internalFaq-first', 'Who pays?'],
      ['new', 'Since when?'],
    ]);
    const other = withPlace();
    expect(askForPlace(other, { id: 'gap', words: 'Prices' }, 'q3')).toBe('q3');
    expect(askForPlace(other, { id: 'gone', words: 'Prices' }, 'q4')).toBeNull();
    expect(unwrittenBlocks(readNarrativeDoc(other).parts)).toMatchObject([
      { questionId: 'q3', quote: 'Prices', question: { number: 3, words: 'Prices', state: 'open' } },
    ]);
  });
});

test('a manual says who it is for, and undo takes that back', () => {
  const doc = docWith({ manuals: [manualOf({})] });
  const editor = openManuals(doc);
  const line = () => editor.view.dom.querySelector('.dl-user')?.textContent;
  expect(line()).toBe('ForWhich kind of user reads it?');
  expect(setUserKind(editor, 'lab', 'administrator')).toBe(true);
  expect([line(), manualIn(doc).attrs?.user]).toEqual(['ForAdministrator', 'administrator']);
  editor.commands.undo();
  expect(line()).toBe('ForWhich kind of user reads it?');
  expect(setUserKind(editor, 'gone', 'partner')).toBe(false);
});
