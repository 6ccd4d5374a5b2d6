import { mergeAttributes, Node } from '@tiptap/core';
import { coreAttributes, coreFields } from './coreSpec';

/** A note at a place in the text; its number is drawn by CSS, so that it is always right. */
export const Footnote = Node.create({
  name: 'footnote',
  ...coreFields('footnote'),
  addAttributes: () => coreAttributes('footnote'),
  parseHTML: () => [{ tag: 'span[data-type="footnote"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const text = String(node.attrs.text);
    return [
      'span',
      mergeAttributes(HTMLAttributes, {
        'data-type': 'footnote',
        role: 'button',
        'aria-label': text === '' ? 'Footnote, empty' : `Footnote: ${text}`,
        title: text,
      }),
    ];
  },
});
