import { strToU8, type Zippable, zipSync } from 'fflate';
import { DatelineError } from '../../../core/api/errors';
import type { WordParts } from './wordParts';
import { writeXml, type XmlElement } from './xmlTree';

const styleMap = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.DatelineHeading${level} => h${level}:fresh`),
  'p.DatelineTitle => h1:fresh',
  'p.DatelineSubtitle => p:fresh > em:fresh',
  'p.DatelineQuote => blockquote > p:fresh',
  "p.DatelineBlockCode => pre:separator('\\n')",
  'p.DatelineCenter => p.dateline-center:fresh',
  'p.DatelineRight => p.dateline-right:fresh',
  'r.DatelineCode => code',
  "r[style-name='Emphasis'] => em",
];

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a text is read with: its own tree, and those of its notes. */
export interface LeanDocument {
  body: XmlElement;
  footnotes: XmlElement | null;
  endnotes: XmlElement | null;
}

/**
 * The text as HTML. What the converter sees was all written here, from trees that were counted and cleaned: it finds
 * no picture but its name, nothing outside of the file, no document type. A picture's address is its path.
 */
export async function wordToHtml(parts: WordParts, document: LeanDocument): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(leanPackage(parts, document)) },
      {
        styleMap,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: Buffer.from(await image.readAsArrayBuffer()).toString('utf8'),
        })),
      },
    );
    return value;
  } catch (thrown) {
    // The converter tells what a file lacks with plain errors.
    throw thrown instanceof RangeError ? thrown : damaged();
  }
}

function leanPackage(parts: WordParts, { body, footnotes, endnotes }: LeanDocument): Uint8Array {
  const { main } = parts;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const files: Zippable = {};
  const put = (path: string, text: string) => {
    files[path] = strToU8(text);
  };
  put('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  put('_rels/.rels', relationships([{ id: 'main', type: 'officeDocument', target: `/${main}` }]));
  put(main, writeXml(body));
  const own: Relation[] = [];
  const given = parts.relationsOf(main);
  for (const type of ['styles', 'numbering'] as const) {
    const tree = parts.read(
      given.find((relation) => relation.type === type)?.target ?? `${folder}${type}.xml`,
    );
    if (!tree) continue;
    put(`${folder}${type}.xml`, writeXml(tree));
    own.push({ id: `own-${type}`, type, target: `${type}.xml` });
  }
  for (const [type, tree] of [
    ['footnotes', footnotes],
    ['endnotes', endnotes],
  ] as const) {
    if (!tree) continue;
    put(`${folder}${type}.xml`, writeXml(tree));
    own.push({ id: `own-${type}`, type, target: `${type}.xml` });
    const notesPath = given.find((relation) => relation.type === type)?.target ?? '';
    put(`${folder}_rels/${type}.xml.rels`, relationships(kept(parts.relationsOf(notesPath), put)));
  }
  const slash = main.lastIndexOf('/') + 1;
  put(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`, relationships([...own, ...kept(given, put)]));
  return zipSync(files, { level: 0 });
}

interface Relation {
  id: string;
  type: string;
  target: string;
  isExternal?: boolean;
}

/** Links, and pictures within the file, in whose place stands their name. */
function kept(
  relations: ReturnType<WordParts['relationsOf']>,
  put: (path: string, text: string) => void,
): Relation[] {
  return relations.flatMap(({ id, type, target, isExternal }): Relation[] => {
    if (type === 'hyperlink') return [{ id, type, target, isExternal: true }];
    if (type !== 'image' || isExternal) return [];
    const path = `word/media/${Buffer.from(target).toString('hex')}`;
    put(path, target);
    return [{ id, type, target: `/${path}` }];
  });
}

function relationships(relations: readonly Relation[]): string {
  return writeXml({
    name: 'Relationships',
    attributes: [['xmlns', 'http://schemas.openxmlformats.org/package/2006/relationships']],
    children: relations.map(({ id, type, target, isExternal }) => ({
      name: 'Relationship',
      attributes: [
        ['Id', id],
        ['Type', `${relationshipType}/${type}`],
        ['Target', target],
        ...(isExternal ? [['TargetMode', 'External'] as const] : []),
      ],
      children: [],
    })),
  });
}

function damaged(): DatelineError {
  return new DatelineError(
    'file-damaged',
    'This Word file is put together in a way that Dateline cannot read. Nothing was changed.',
    'Open it in Word or LibreOffice, save it again and import that.',
  );
}
