import { emptySection } from '../narrative/partTemplate';
import { type RichNode, stringAttr } from '../narrative/richText';

/** The same nodes, with an empty section for each key that none of them has, in the order of the keys. */
export function fillSections(nodes: readonly RichNode[], keys: readonly string[]): RichNode[] {
  const filled = [...nodes];
  const placeOf = (key: string) =>
    filled.findIndex((node) => node.type === 'section' && stringAttr(node, 'key') === key);
  keys.forEach((key, index) => {
    if (placeOf(key) !== -1) return;
    const before = keys[index - 1];
    const place = before === undefined ? firstSection(filled) : placeOf(before) + 1;
    filled.splice(place, 0, emptySection(key));
  });
  return filled;
}

function firstSection(nodes: readonly RichNode[]): number {
  const place = nodes.findIndex((node) => node.type === 'section');
  return place === -1 ? nodes.length : place;
}
