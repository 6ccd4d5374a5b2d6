import type { Attributes } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { coreAttributes, coreFields } from './coreSpec';

/** Only the list attributes that core knows; TipTap would add the kind of numbering. */
const NarrativeOrderedList = OrderedList.extend({
  ...coreFields('orderedList'),
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
        // A list may begin with nought.
        return Number.isNaN(start) ? 1 : start;
      },
    },
  }),
});

/** Attributes that say what one node is, which the other half of a split one is not. */
const unsplit = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, { ...value, keepOnSplit: false }]),
  );

/** Headings inside a part start at level 2; other levels in pasted text move to the nearest one. */
const NarrativeHeading = Heading.extend({
  ...coreFields('heading'),
  addAttributes: () => ({
    ...unsplit(coreAttributes('heading')),
    level: { default: 2, rendered: false },
  }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(4, Math.max(2, level)) },
    })),
}).configure({ levels: [2, 3, 4] });

const NarrativeCodeBlock = CodeBlock.extend({
  ...coreFields('codeBlock'),
  addAttributes() {
    return { ...this.parent?.(), role: { ...coreAttributes('codeBlock').role, keepOnSplit: false } };
  },
});

/** TipTap's own blocks under core's content rules. */
export const blockExtensions = [
  Document.extend(coreFields('doc')),
  Paragraph.extend(coreFields('paragraph')),
  Text.extend(coreFields('text')),
  NarrativeHeading,
  BulletList.extend(coreFields('bulletList')),
  NarrativeOrderedList,
  ListItem.extend(coreFields('listItem')),
  TaskList.extend(coreFields('taskList')),
  TaskItem.extend(coreFields('taskItem')).configure({ nested: true }),
  Blockquote.extend(coreFields('blockquote')),
  NarrativeCodeBlock.configure({ enableTabIndentation: true, tabSize: 2 }),
  HorizontalRule.extend(coreFields('horizontalRule')),
  Table.extend(coreFields('table')).configure({ resizable: false, renderWrapper: true, View: null }),
  TableRow.extend(coreFields('tableRow')),
  TableHeader.extend(coreFields('tableHeader')),
  TableCell.extend(coreFields('tableCell')),
  HardBreak.extend(coreFields('hardBreak')),
];
