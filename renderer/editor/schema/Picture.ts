import { mergeAttributes, Node } from '@tiptap/core';
import { coreAttributes, coreFields } from './coreSpec';

interface PictureOptions {
  /** The address a stored picture is shown from. */
  assetUrl: (asset: string) => string;
}

/** A picture as its own block. The text holds only the name of the stored asset, never bytes or addresses. */
export const Picture = Node.create<PictureOptions>({
  name: 'image',
  ...coreFields('image'),
  addOptions: () => ({ assetUrl: (asset: string) => asset }),
  addAttributes: () => coreAttributes('image'),
  parseHTML: () => [{ tag: 'figure[data-type="image"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { asset, alt, caption } = node.attrs as { asset: string | null; alt: string; caption: string };
    const picture = [
      'img',
      { ...(asset ? { src: this.options.assetUrl(asset) } : {}), alt, draggable: 'false' },
    ];
    const figure = mergeAttributes(HTMLAttributes, { 'data-type': 'image' });
    return caption === ''
      ? ['figure', figure, picture]
      : ['figure', figure, picture, ['figcaption', {}, caption]];
  },
});
