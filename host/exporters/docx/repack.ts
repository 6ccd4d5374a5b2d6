import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { ExportDocument } from '../../../core/export/exportDocument';
import { languageTag } from './scripts';

/** Fixed, so that the same narrative gives the same bytes; the earliest day a zip can name. */
const zipDate = new Date(1980, 0, 1);
const typesName = '[Content_Types].xml';

/**
 * The same document as if it was made at the start of this day, by a library that made none before: neither its
 * parts nor its zip say when they were made, and links and bookmarks are numbered from one.
 */
export function repack(docx: Uint8Array, { date, meta }: Pick<ExportDocument, 'date' | 'meta'>): Uint8Array {
  const given = unzipSync(docx);
  const links = numbering();
  const settle: Readonly<Record<string, (xml: string) => string>> = {
    'word/_rels/document.xml.rels': (xml) => withNumberedLinks(xml, links),
    'word/document.xml': (xml) => withoutEmptyEnd(withNumberedBookmarks(withNumberedLinks(xml, links))),
    'docProps/core.xml': (xml) =>
      withLanguage(
        xml.replace(/(<dcterms:\w+[^>]*>)[^<]*(?=<\/dcterms:)/gu, `$1${dayOf(date)}`),
        languageTag(meta.language),
      ),
  };
  const files: Zippable = {};
  // What a part is has to be known before it is read.
  for (const name of [typesName, ...Object.keys(given).sort()]) {
    const bytes = given[name] ?? new Uint8Array();
    const change = settle[name];
    files[name] ??= [change ? strToU8(change(strFromU8(bytes))) : bytes, {}];
  }
  return zipSync(files, { mtime: zipDate });
}

/** The library has no property for the language of the whole. */
const withLanguage = (xml: string, tag: string) =>
  xml.replace('</cp:coreProperties>', `<dc:language>${tag}</dc:language></cp:coreProperties>`);

const dayOf = (date: string) => `${date.slice(0, 10)}T00:00:00Z`;

/** Numbers names in the order in which they are met. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
}

// Marks of quotation within text are written as entities, so what stands in plain ones below is never text.

/** The library names links by chance. */
const withNumberedLinks = (xml: string, numberOf: (name: string) => number) =>
  xml.replace(/(?<=")rId[\w-]{21}(?=")/gu, (name) => `rIdLink${numberOf(name)}`);

/**
 * The library ends the contents in a line of its own, without a word. Where the contents fill their page it would
 * stand alone on the next one.
 */
const withoutEmptyEnd = (xml: string) =>
  xml.replace(/<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>)/u, '$1');

/** The library numbers bookmarks on from document to document, and headings for the contents with them. */
function withNumberedBookmarks(xml: string): string {
  const [ids, headings] = [numbering(), numbering()];
  return xml
    .replace(/(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+(?=")/gu, (id) => String(ids(id)))
    .replace(
      /(?<=(?: w:anchor="| w:name="|<w:instrText xml:space="preserve">PAGEREF )_Toc)\d+/gu,
      (heading) => String(headings(heading)),
    );
}
