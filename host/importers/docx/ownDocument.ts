import {
  childValue,
  elementsNamed,
  isXmlElement,
  type XmlElement,
  type XmlNode,
  xmlAttribute,
  xmlChild,
} from './xmlTree';

/** A text without what our own export wrote around it, and whether that was anything a reader could miss. */
interface Unwrapped {
  document: XmlElement;
  /** True where an appendix was left out. */
  hadAppendix: boolean;
}

/**
 * Takes out of a document that Dateline exported what it makes anew each time: the title above its parts, the
 * appendices, and the words behind promises that lead to what keeps them. Other programs renumber the pages in both.
 */
export function unwrapOwnDocument(document: XmlElement): Unwrapped {
  let hadAppendix = false;
  const unwrap = (element: XmlElement): XmlElement => {
    if (element.name !== 'w:body') return mapElements(element, (child) => [unwrap(child)]);
    const body = { ...element, children: withoutOpening(element) };
    const kept = withoutAppendices(body);
    hadAppendix = kept.length < body.children.length;
    return withoutReferences({ ...element, children: kept });
  };
  return { document: unwrap(document), hadAppendix };
}

const appendices: ReadonlySet<string> = new Set(['thread', 'drawer', 'minutes']);
const partBookmark = /^dl_part_(\w+)$/u;

const openingStyles: ReadonlySet<string> = new Set(['Title', 'Subtitle', 'Small']);

/**
 * The blocks of a body without the title, which its parts say again; remarks on it begin with what follows. What
 * somebody wrote there is in no style of ours, and stays.
 */
function withoutOpening(body: XmlElement): XmlNode[] {
  const first = body.children.findIndex((child) => isXmlElement(child) && partBegunIn(child) !== undefined);
  if (first === -1) return body.children;
  const opening = body.children.slice(0, first).flatMap((child): XmlNode[] => {
    if (!isXmlElement(child) || child.name !== 'w:p') return [child];
    const style = childValue(xmlChild(child, 'w:pPr'), 'w:pStyle');
    return openingStyles.has(style) ? rangesIn(child) : [child];
  });
  return [...opening, ...body.children.slice(first)];
}

const rangesIn = (block: XmlElement): XmlElement[] => [
  ...elementsNamed(block, 'w:commentRangeStart'),
  ...elementsNamed(block, 'w:commentRangeEnd'),
];

/** The blocks of a body from each part on until the next, but for those of appendices. */
function withoutAppendices(body: XmlElement): XmlNode[] {
  let part = '';
  return body.children.filter((child) => {
    if (!isXmlElement(child) || child.name === 'w:sectPr') return true;
    part = partBegunIn(child) ?? part;
    return !appendices.has(part);
  });
}

function partBegunIn(block: XmlElement): string | undefined {
  const names = elementsNamed(block, 'w:bookmarkStart').map((start) => xmlAttribute(start, 'w:name'));
  return names.flatMap((name) => partBookmark.exec(name)?.[1] ?? [])[0];
}

function withoutReferences(element: XmlElement): XmlElement {
  return mapElements(element, (child) => (isReference(child) ? [] : [withoutReferences(child)]));
}

const isReference = (element: XmlElement): boolean =>
  element.name === 'w:hyperlink' &&
  xmlAttribute(element, 'w:anchor').startsWith('dl_') &&
  elementsNamed(element, 'w:r').every(
    (run) => childValue(xmlChild(run, 'w:rPr'), 'w:rStyle') === 'Reference',
  );

function mapElements(element: XmlElement, map: (child: XmlElement) => XmlNode[]): XmlElement {
  const children = element.children.flatMap((child) => (isXmlElement(child) ? map(child) : [child]));
  return { ...element, children };
}
