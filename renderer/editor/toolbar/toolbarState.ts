import type { Editor } from '@tiptap/core';
import { isLabel } from '../structure/cells';

/** What the toolbar shows of the place with the caret; compared by value, so that typing redraws nothing. */
export interface ToolbarState {
  block: 'paragraph' | 'heading2' | 'heading3' | 'heading4' | 'code';
  bold: boolean;
  italic: boolean;
  link: boolean;
  evidence: boolean;
  bullets: boolean;
  numbers: boolean;
  tasks: boolean;
  quotation: boolean;
  table: boolean;
  /** Language of the code block with the caret; null outside of code. */
  codeLanguage: string | null;
  /** Side of a call that the code shows; '' for none. */
  codeRole: string;
  /** False in questions, titles and story facts, which stay one line of text. */
  allowsBlocks: boolean;
  allowsMarks: boolean;
  editable: boolean;
}

export function toolbarState({ editor }: { editor: Editor }): ToolbarState {
  const { $head } = editor.state.selection;
  const isCode = $head.parent.type.name === 'codeBlock';
  return {
    block: blockAt(editor),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    evidence: editor.isActive('evidence'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    tasks: editor.isActive('taskList'),
    quotation: editor.isActive('blockquote'),
    table: editor.isActive('table'),
    codeLanguage: isCode ? String($head.parent.attrs.language ?? '') : null,
    codeRole: isCode ? String($head.parent.attrs.role ?? '') : '',
    allowsBlocks: !isLabel($head.parent),
    allowsMarks: !isCode,
    editable: editor.isEditable,
  };
}

function blockAt({ state }: Editor): ToolbarState['block'] {
  const { type, attrs } = state.selection.$head.parent;
  if (type.name === 'codeBlock') return 'code';
  if (type.name !== 'heading') return 'paragraph';
  if (attrs.level <= 2) return 'heading2';
  return attrs.level === 3 ? 'heading3' : 'heading4';
}
