import { rewriteParagraphs } from './rewriteParagraphs';
import type { ChangeLog } from './trackedChanges';
import type { WordStyles } from './wordStyles';
import {
  childrenNamed,
  elementsNamed,
  isXmlElement,
  type XmlElement,
  type XmlNode,
  xmlAttribute,
  xmlChild,
} from './xmlTree';

/** What rewriting a text needs from elsewhere, and where what it finds is kept. */
export interface Rewriting {
  styles: WordStyles;
  log: ChangeLog;
  footnoteText: (id: string) => string;
  /** An element that reading keeps the place of, under this name. */
  mark: (name: string) => XmlElement;
  isMark: (element: XmlElement) => boolean;
  /** A name that no place has yet. */
  nextName: () => string;
  /** A run with only what reading needs, as it was before its look was changed. */
  leanRun: (run: XmlElement) => XmlElement;
}

/** Starts rewriting; `prefix` begins the names of all marks. */
export function createRewriting(
  prefix: string,
  given: Pick<Rewriting, 'styles' | 'log' | 'footnoteText'>,
): Rewriting {
  let names = 0;
  const rewriting: Rewriting = {
    ...given,
    mark: (name) => ({
      name: 'w:bookmarkStart',
      attributes: [
        ['w:id', '0'],
        ['w:name', prefix + name],
      ],
      children: [],
    }),
    isMark: (element) =>
      element.name === 'w:bookmarkStart' && xmlAttribute(element, 'w:name').startsWith(prefix),
    nextName: () => {
      names += 1;
      return `t${names}`;
    },
    leanRun: (run) => leanRun(run, rewriting),
  };
  return rewriting;
}

/** The text as it was before all tracked changes, in the styles that reading knows; changes go to the log. */
export function rewriteBelow(element: XmlElement, rewriting: Rewriting): XmlElement {
  const children = element.children.flatMap((child) => rewriteBlock(child, rewriting));
  const holdsParagraphs = children.some((child) => isXmlElement(child) && child.name === 'w:p');
  return { ...element, children: holdsParagraphs ? rewriteParagraphs(children, rewriting) : children };
}

function rewriteBlock(node: XmlNode, rewriting: Rewriting): XmlNode[] {
  if (!isXmlElement(node)) return [node];
  switch (node.name) {
    case 'w:p':
      return [node];
    case 'w:tr':
      return [rewriteRow(node, rewriting)];
    case 'w:sdt':
      return isContents(node) ? dropContents(rewriting) : [rewriteBelow(node, rewriting)];
    case 'w:ins':
    case 'w:moveTo':
    case 'w:del':
    case 'w:moveFrom':
      return rewriteBelow(node, rewriting).children;
    case 'w:sectPr':
    case 'w:tblPr':
    case 'w:tblGrid':
    case 'w:bookmarkStart':
    case 'w:bookmarkEnd':
    case 'w:proofErr':
      return node.name === 'w:tblPr' ? [{ ...node, children: [] }] : [];
    default:
      return [rewriteBelow(node, rewriting)];
  }
}

/** A row that was added or taken out as a whole stays, since rows cannot be suggested one by one. */
function rewriteRow(row: XmlElement, rewriting: Rewriting): XmlElement {
  const properties = xmlChild(row, 'w:trPr');
  const isAdded = xmlChild(properties, 'w:ins') !== undefined;
  const isTaken = xmlChild(properties, 'w:del') !== undefined;
  if (isAdded || isTaken) rewriting.log.rows += 1;
  const lean = row.children.map((child) =>
    child === properties
      ? { ...properties, children: childrenNamed(properties, 'w:tblHeader') }
      : isAdded && isXmlElement(child)
        ? accepted(child)
        : child,
  );
  return rewriteBelow({ ...row, children: lean }, rewriting);
}

/** The same without marks of insertion. */
function accepted(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): XmlNode[] => {
    if (!isXmlElement(child)) return [child];
    const inner = accepted(child);
    return child.name === 'w:ins' ? inner.children : [inner];
  });
  return { ...element, children };
}

/** A table of contents that the word processor made. */
function isContents(block: XmlElement): boolean {
  const isGallery = elementsNamed(block, 'w:docPartGallery').some(
    (part) => xmlAttribute(part, 'w:val') === 'Table of Contents',
  );
  const isField = () =>
    elementsNamed(block, 'w:instrText').some(
      ({ children: [text] }) => typeof text === 'string' && /^\s*TOC\b/u.test(text),
    );
  return isGallery || isField();
}

function dropContents({ log }: Rewriting): [] {
  log.contents += 1;
  return [];
}

const keptLook = new Set(['w:rStyle', 'w:b', 'w:i', 'w:strike', 'w:vertAlign']);
const dropped = new Set([
  'w:commentReference',
  'w:lastRenderedPageBreak',
  'w:annotationRef',
  'w:rPr',
  'w:rPrChange',
]);
const renamed: Readonly<Record<string, string>> = {
  'w:delText': 'w:t',
  'w:delInstrText': 'w:instrText',
  'w:cr': 'w:br',
  'w:ptab': 'w:tab',
};

function leanRun(run: XmlElement, rewriting: Rewriting): XmlElement {
  const now = xmlChild(run, 'w:rPr');
  const before = xmlChild(now, 'w:rPrChange');
  if (before) rewriting.log.formats += 1;
  const properties = before ? xmlChild(before, 'w:rPr') : now;
  const look = leanLook(properties, rewriting);
  const content = run.children.flatMap((child): XmlNode[] => {
    if (!isXmlElement(child) || dropped.has(child.name)) return [];
    if (child.name === 'w:ruby') return xmlChild(child, 'w:rubyBase')?.children ?? [];
    if (child.name === 'mc:AlternateContent') return [withFallback(child, rewriting)];
    if (child.name === 'w:t' || child.name === 'w:drawing') return [child];
    const name = renamed[child.name];
    return [name ? { ...child, name } : rewriteBelow(child, rewriting)];
  });
  return { name: 'w:r', attributes: [], children: [...look, ...content] };
}

function leanLook(properties: XmlElement | undefined, { styles }: Rewriting): XmlElement[] {
  if (!properties) return [];
  if (styles.isCode(properties)) {
    const style: XmlElement = { name: 'w:rStyle', attributes: [['w:val', 'DatelineCode']], children: [] };
    return [{ ...properties, children: [style] }];
  }
  const look = properties.children.filter((child) => isXmlElement(child) && keptLook.has(child.name));
  const isStruckTwice = xmlChild(properties, 'w:dstrike') !== undefined;
  if (isStruckTwice) look.push({ name: 'w:strike', attributes: [], children: [] });
  return look.length === 0 ? [] : [{ ...properties, children: look }];
}

/** Newer content comes with a form that older programs read, and that is the one that is read here. */
function withFallback(content: XmlElement, rewriting: Rewriting): XmlElement {
  const older = xmlChild(content, 'mc:Fallback') ?? xmlChild(content, 'mc:Choice');
  if (!older) return { ...content, children: [] };
  return { ...content, children: [rewriteBelow({ ...older, name: 'mc:Fallback' }, rewriting)] };
}
