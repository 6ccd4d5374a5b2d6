import type { Image } from 'mdast';
import { assetFolder } from '../../import/markdown/dialect';
import { type RichNode, stringAttr } from '../../narrative/richText';

/** A picture, by its place beside the text; its caption is the title. */
export function writeImage(node: RichNode): Image {
  const asset = stringAttr(node, 'asset');
  const caption = stringAttr(node, 'caption');
  return {
    type: 'image',
    url: asset === '' ? '' : `${assetFolder}${asset}`,
    alt: stringAttr(node, 'alt'),
    title: caption === '' ? null : caption,
  };
}
