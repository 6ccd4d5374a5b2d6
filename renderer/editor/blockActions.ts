import {
  IconBlockquote,
  IconCode,
  IconDeviceMobile,
  IconH2,
  IconH3,
  IconH4,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMinus,
  IconPhoto,
  IconPilcrow,
  IconSuperscript,
  IconTable,
  IconTransfer,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { insertCall } from './code/insertCall';
import { addFootnote } from './footnote/footnoteCommands';
import { choosePictures } from './picture/PictureInsertion';
import { screenOptions } from './screen/screenOptions';

export interface BlockAction {
  readonly title: string;
  /** Other words people look for it by. */
  readonly also: string;
  readonly icon: TablerIcon;
  readonly run: (editor: Editor) => unknown;
}

/** What may be made of, or put into, running text: once for the toolbar and the slash menu. */
export const blockActions = {
  paragraph: {
    title: 'Text',
    also: 'paragraph plain',
    icon: IconPilcrow,
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
  heading2: {
    title: 'Large heading',
    also: 'title h2',
    icon: IconH2,
    run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run(),
  },
  heading3: {
    title: 'Heading',
    also: 'h3',
    icon: IconH3,
    run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run(),
  },
  heading4: {
    title: 'Small heading',
    also: 'h4',
    icon: IconH4,
    run: (editor) => editor.chain().focus().setHeading({ level: 4 }).run(),
  },
  bullets: {
    title: 'Bullets',
    also: 'list unordered',
    icon: IconList,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  numbers: {
    title: 'Numbers',
    also: 'list ordered',
    icon: IconListNumbers,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  tasks: {
    title: 'Check list',
    also: 'task todo',
    icon: IconListCheck,
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  quotation: {
    title: 'Quotation',
    also: 'blockquote',
    icon: IconBlockquote,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  table: {
    title: 'Table',
    also: 'rows columns',
    icon: IconTable,
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  picture: { title: 'Picture', also: 'image photo', icon: IconPhoto, run: choosePictures },
  screen: {
    title: 'Screen',
    also: 'draw mock-up wireframe sketch',
    icon: IconDeviceMobile,
    run: (editor) => screenOptions(editor).desk?.choose(),
  },
  footnote: { title: 'Footnote', also: 'note', icon: IconSuperscript, run: addFootnote },
  code: {
    title: 'Code block',
    also: 'source program',
    icon: IconCode,
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  call: {
    title: 'Request and response',
    also: 'api code http',
    icon: IconTransfer,
    run: insertCall,
  },
  divider: {
    title: 'Divider',
    also: 'line rule',
    icon: IconMinus,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
} as const satisfies Record<string, BlockAction>;

export type BlockActionName = keyof typeof blockActions;
