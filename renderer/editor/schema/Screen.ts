import { mergeAttributes, Node } from '@tiptap/core';
import { coreAttributes, coreFields } from './coreSpec';

/** The place of a screen in the text: only its id, never what is drawn on it. */
export const Screen = Node.create({
  name: 'screen',
  ...coreFields('screen'),
  addAttributes: () => coreAttributes('screen'),
  parseHTML: () => [{ tag: 'figure[data-type="screen"]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes, { 'data-type': 'screen' })],
});
