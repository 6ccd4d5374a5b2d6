import type { PhrasingContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import { type RichNode, stringAttr } from '../../narrative/richText';
import { showScreen } from '../screens/showScreen';
import { writeAnchor } from './writeAnchor';
import type { WritingContext } from './writingContext';

/** A screen as its picture, or as a line about it, with the comment behind that makes a screen of it. */
export function writeScreen(node: RichNode, context: WritingContext): PhrasingContent[] {
  const { document, warnings, anchors, part, drawingPath } = context;
  const id = stringAttr(node, 'id');
  const shown = showScreen(node, document.content.screens, (name) => drawingPath(name) !== null);
  const { asset, alt, title, missing } = shown;
  const words = missing.replaceAll(/\s+/g, ' ');
  if (missing !== '')
    warnings.add('missing-picture', `${missing.slice(0, 200)} A note stands in its place.`, part);
  const picture: PhrasingContent =
    asset === null
      ? { type: 'emphasis', children: [{ type: 'text', value: words }] }
      : { type: 'image', url: drawingPath(asset) ?? '', alt, title: title === '' ? null : title };
  const marker = formatMarker('screen', '', asset === null ? { id, words } : { id });
  return [picture, { type: 'html', value: marker }, ...writeAnchor(anchors.take('screen', id))];
}
