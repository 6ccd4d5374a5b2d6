import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { findMatches } from '../find/findMatches';
import { goToSection, outlineOf } from '../outline';

/** Selects words in a section or item and shows them; false where they are gone, and it only goes to the place. */
export function showWords(editor: Editor, section: string, words: string): boolean {
  goToSection(editor, section);
  const { doc } = editor.state;
  const { from, to } = placeRange(editor, section);
  const found = findMatches(doc, { text: words, matchCase: true });
  const match = found.find((each) => each.from >= from && each.to <= to);
  if (!match) return false;
  const selection = TextSelection.create(doc, match.from, match.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
  return true;
}

function placeRange(editor: Editor, section: string): { from: number; to: number } {
  const { doc } = editor.state;
  const entry = outlineOf(doc).find(({ key }) => key === section);
  const node = entry && doc.nodeAt(entry.pos);
  return node ? { from: entry.pos, to: entry.pos + node.nodeSize } : { from: 0, to: doc.content.size };
}
