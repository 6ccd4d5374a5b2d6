import { mergeAttributes, Node } from '@tiptap/core';
import { coreAttributes, coreFields } from './coreSpec';

/** What a manual cannot say yet, and the internal question that it waits for. */
export const Unwritten = Node.create({
  name: 'unwritten',
  ...coreFields('unwritten'),
  addAttributes: () => coreAttributes('unwritten'),
  parseHTML: () => [{ tag: 'div[data-type="unwritten"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-type': 'unwritten' }),
    0,
  ],
});
