import type { Relationship } from './wordParts';
import { isXmlElement, type XmlElement, xmlAttribute } from './xmlTree';

const targetNames = new Set(['r:id', 'r:embed', 'r:link']);

/**
 * Takes out what points at something that the file does not hold, and says how many pictures that were. Links stay:
 * they are followed by nobody here.
 */
export function dropUnknownTargets(tree: XmlElement, relations: readonly Relationship[]): number {
  const links = new Set(relations.filter(({ type }) => type === 'hyperlink').map(({ id }) => id));
  const pictures = new Set(
    relations.filter(({ type, isExternal }) => type === 'image' && !isExternal).map(({ id }) => id),
  );
  let dropped = 0;
  const visit = (element: XmlElement): void => {
    const isPicture = element.name === 'a:blip' || element.name === 'v:imagedata';
    const known = isPicture ? pictures : links;
    const isKnown = ([name, value]: readonly [string, string]) =>
      !targetNames.has(name) || (name !== 'r:link' && known.has(value));
    if (
      isPicture &&
      xmlAttribute(element, 'r:link') !== '' &&
      !pictures.has(xmlAttribute(element, 'r:embed'))
    )
      dropped += 1;
    element.attributes = element.attributes.filter(isKnown);
    for (const child of element.children) if (isXmlElement(child)) visit(child);
  };
  visit(tree);
  return dropped;
}
