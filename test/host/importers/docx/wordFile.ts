import { strToU8, type Zippable, zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ');

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship of the text: id, last word of its type, target. */
type Relation = readonly [id: string, type: string, target: string, mode?: 'External'];

export interface WordFileParts {
  /** What the body holds, as Word writes it. */
  body: string;
  /** Other parts by their path; those of `word/` get the usual namespaces where they name a root. */
  parts?: Record<string, string | Uint8Array>;
  relations?: readonly Relation[];
}

/** Wraps what a part holds into its root element. */
export const wordPart = (root: string, inner: string): string =>
  `<w:${root} ${namespaces}>${inner}</w:${root}>`;

/** A Word file with this text, put together by hand so that anything can be in it. */
export function wordFile({ body, parts = {}, relations = [] }: WordFileParts): Uint8Array {
  const known = Object.keys(parts)
    .map(
      (path) =>
        /^word\/(styles|numbering|footnotes|endnotes|comments|commentsExtended)\.xml$/u.exec(path)?.[1],
    )
    .filter((type) => type !== undefined)
    .map((type): Relation => [`own-${type}`, type, `${type}.xml`]);
  const files: Zippable = {
    '_rels/.rels': strToU8(relationsXml([['rId1', 'officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(relationsXml([...known, ...relations])),
    'word/document.xml': strToU8(wordPart('document', `<w:body>${body}</w:body>`)),
  };
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files);
}

function relationsXml(relations: readonly Relation[]): string {
  const all = relations.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run of words; `look` stands in its properties. */
export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs; `properties` stand before them. */
export const paragraph = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;

/** A paragraph of words in a style. */
export const styled = (style: string, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
