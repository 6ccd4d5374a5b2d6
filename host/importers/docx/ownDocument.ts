import {
  childValue,
  elementsNamed,
  isXmlElement,
  wordsOf,
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
  /** The words of a title page that was left out; '' where there was none. */
  titlePage: string;
}

/**
 * Takes out of a document that Dateline exported what it makes anew each time: the title above its parts, the
 * appendices, and the words behind promises that lead to what keeps them. Other programs renumber the pages in both.
 */
export function unwrapOwnDocument(document: XmlElement): Unwrapped {
  let hadAppendix = false;
  let titlePage = '';
  const unwrap = (element: XmlElement): XmlElement => {
    if (element.name !== 'w:body') return mapElements(element, (child) => [unwrap(child)]);
    const opening = openingOf(element);
    titlePage = opening.filter(isTitle).map(wordsOf).join(' · ');
    const body = { ...element, children: withoutOpening(element, opening) };
    const kept = withoutAppendices(body);
    hadAppendix = kept.length < body.children.length;
    return withoutReferences({ ...element, children: kept });
  };
  return { document: unwrap(document), hadAppendix, titlePage };
}

const appendices: ReadonlySet<string> = new Set(['thread', 'drawer', 'minutes']);
const partBookmark = /^dl_part_(\w+)$/u;

const styleOf = (block: XmlElement) => childValue(xmlChild(block, 'w:pPr'), 'w:pStyle');
const isTitle = (block: XmlElement) => styleOf(block) === 'Title' || styleOf(block) === 'Subtitle';

/** The paragraphs above the first part that are in the styles of the title page. */
function openingOf(body: XmlElement): XmlElement[] {
  const blocks = body.children.filter(isXmlElement);
  const first = blocks.findIndex((block) => partBegunIn(block) !== undefined);
  const isOurs = (block: XmlElement) => isTitle(block) || styleOf(block) === 'Small';
  return blocks.slice(0, Math.max(0, first)).filter((block) => block.name === 'w:p' && isOurs(block));
}

/** The blocks of a body without its title page, which the parts say again; remarks on it begin with what follows. */
function withoutOpening(body: XmlElement, opening: readonly XmlElement[]): XmlNode[] {
  return body.children.flatMap((child) =>
    isXmlElement(child) && opening.includes(child) ? rangesIn(child) : [child],
  );
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
