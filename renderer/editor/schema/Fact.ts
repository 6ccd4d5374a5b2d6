import { mergeAttributes, Node } from '@tiptap/core';
import { coreAttributes, coreFields } from './coreSpec';

/** A field that stands for a fact of the narrative, such as its price; shows the last value it was given. */
export const Fact = Node.create({
  name: 'fact',
  ...coreFields('fact'),
  addAttributes: () => coreAttributes('fact'),
  parseHTML: () => [{ tag: 'span[data-type="fact"]' }],
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-type': 'fact' }), String(node.attrs.value)];
  },
  renderText: ({ node }) => String(node.attrs.value),
});
