import { readForeign } from '../../../core/import/foreign/readForeign';
import { parseHtml } from '../../../core/import/html/htmlTree';
import { markPrefix } from '../../../core/import/html/markPrefix';
import { takeMarks } from '../../../core/import/html/tidyMarkdown';
import { toMarkdownTree } from '../../../core/import/html/toMarkdownTree';
import type { Placing } from '../../../core/import/importedNarrative';
import { nothingRead } from '../../../core/import/markdown/frontMatter';
import { printable } from '../../../core/import/printable';
import { toReviewRecords } from '../../../core/import/remarks/toReviewRecords';
import { type ExportMark, readExportMark } from '../../../core/review/exportMark';
import type { GivenPicture, ImportedFile } from '../importFile';
import { dropUnknownTargets } from './dropUnknownTargets';
import { unwrapOwnDocument } from './ownDocument';
import { readReview } from './readReview';
import { createRewriting, rewriteBelow } from './rewriteBody';
import { type ChangeLog, newChangeLog } from './trackedChanges';
import { readWordComments } from './wordComments';
import { openWordFile, type WordParts } from './wordParts';
import { readWordStyles } from './wordStyles';
import { wordToHtml } from './wordToHtml';
import { childrenNamed, isXmlElement, wordsOf, type XmlElement, xmlAttribute } from './xmlTree';

/**
 * Reads a Word file as it was before its tracked changes. Throws `file-wrong-type`, `file-damaged` or
 * `file-too-large`; nothing outside of the file is ever fetched.
 */
export async function readDocx(
  bytes: Uint8Array,
  placing: Placing | undefined,
  fileName: string,
): Promise<ImportedFile> {
  const parts = openWordFile(bytes);
  const log = newChangeLog();
  const mark = markOf(parts);
  const { document, outside, hadAppendix, titlePage } = rewriteDocument(parts, log, {
    isOurs: mark !== null,
  });
  const markdown = toMarkdownTree(parseHtml(printable(await wordToHtml(parts, document))));
  const marked = takeMarks(markdown, markPrefix);
  const read = readForeign(markdown, { ...nothingRead, body: '' }, placing);
  const review = readReview(marked, readWordComments(parts), log);
  const { records, lost } = toReviewRecords(review, read.content, {
    kind: 'word',
    file: fileName.slice(0, 255),
  });
  const doubts = [
    ...read.doubts,
    ...doubtsOf(log, outside),
    ...appendixDoubts(hadAppendix),
    ...titlePageDoubts(titlePage),
    ...lostDoubts(lost),
  ];
  const by = lastWriter(parts);
  return {
    ...read,
    ...(mark ? { mark } : {}),
    ...(by === '' ? {} : { by }),
    doubts,
    review: records,
    pictures: picturesOf(parts),
    original: null,
  };
}

function rewriteDocument(parts: WordParts, log: ChangeLog, { isOurs }: { isOurs: boolean }) {
  const styles = readWordStyles(parts);
  const notes = { footnotes: notesOf(parts, 'footnotes'), endnotes: notesOf(parts, 'endnotes') };
  const texts = new Map(
    (notes.footnotes ? childrenNamed(notes.footnotes, 'w:footnote') : []).map((note) => [
      xmlAttribute(note, 'w:id'),
      wordsOf(note).trim(),
    ]),
  );
  const footnoteText = (id: string) => texts.get(id) ?? '';
  const rewriting = createRewriting(markPrefix, { styles, log, footnoteText });
  // Changes within notes have no place in the text that could be named.
  const inNotes = newChangeLog();
  const quiet = createRewriting('note-', { styles, log: inNotes, footnoteText });
  let outside = 0;
  const lean = (tree: XmlElement, path: string, by: typeof rewriting) => {
    outside += dropUnknownTargets(tree, parts.relationsOf(path));
    return rewriteBelow(tree, by);
  };
  const body = parts.read(parts.main) ?? { name: 'w:document', attributes: [], children: [] };
  const own = isOurs ? unwrapOwnDocument(body) : { document: body, hadAppendix: false, titlePage: '' };
  const rewritten = lean(own.document, parts.main, rewriting);
  const noteTrees = (['footnotes', 'endnotes'] as const).map((type) => {
    const tree = notes[type];
    return tree ? lean(tree, notePath(parts, type), quiet) : null;
  });
  log.notes = inNotes.changes.length;
  const [footnotes = null, endnotes = null] = noteTrees;
  return {
    document: { body: rewritten, footnotes, endnotes },
    outside,
    hadAppendix: own.hadAppendix,
    titlePage: own.titlePage,
  };
}

function notePath(parts: WordParts, type: 'footnotes' | 'endnotes'): string {
  const found = parts
    .relationsOf(parts.main)
    .find((relation) => relation.type === type && !relation.isExternal);
  return found?.target ?? '';
}

function notesOf(parts: WordParts, type: 'footnotes' | 'endnotes'): XmlElement | null {
  const path = notePath(parts, type);
  return path === '' ? null : parts.read(path);
}

/** Pictures by the names that the text calls them: their paths. */
function picturesOf(parts: WordParts): GivenPicture[] {
  const pictures = new Map<string, Uint8Array>();
  for (const path of [parts.main, notePath(parts, 'footnotes'), notePath(parts, 'endnotes')]) {
    for (const { type, target, isExternal } of path === '' ? [] : parts.relationsOf(path)) {
      const bytes = type === 'image' && !isExternal ? parts.bytes(target) : null;
      if (bytes) pictures.set(target, bytes);
    }
  }
  return [...pictures].map(([name, bytes]) => ({ name, bytes }));
}

/** Who saved the file last, as it says; '' for one that nobody touched since we wrote it. */
function lastWriter(parts: WordParts): string {
  const properties = parts.read('docProps/core.xml');
  const [named] = properties ? childrenNamed(properties, 'cp:lastModifiedBy') : [];
  const name = printable(named ? wordsIn(named) : '').trim();
  return name === 'Dateline' ? '' : name.slice(0, 200);
}

const wordsIn = (element: XmlElement): string =>
  element.children.map((child) => (isXmlElement(child) ? '' : child)).join('');

/** What our own exports say about where they came from. */
function markOf(parts: WordParts): ExportMark | null {
  const properties = parts.read('docProps/custom.xml');
  const fields = (properties ? childrenNamed(properties, 'property') : []).map((property) => [
    xmlAttribute(property, 'name').replace(/^dateline-/u, ''),
    property.children.map((value) => (isXmlElement(value) ? value.children.join('') : '')).join(''),
  ]);
  return readExportMark(Object.fromEntries(fields));
}

function appendixDoubts(hadAppendix: boolean): string[] {
  return hadAppendix ? ['The appendices were left out, since Dateline makes its own.'] : [];
}

/** With its words: they are the only sign of what somebody changed there. */
function titlePageDoubts(words: string): string[] {
  const said = printable(words).replace(/\s+/gu, ' ').trim().slice(0, 300);
  if (said === '') return [];
  return [`The title page was left out, since the release says it again. It read: “${said}”`];
}

function lostDoubts(lost: number): string[] {
  if (lost === 0) return [];
  return [
    lost === 1
      ? 'A remark or suggestion is about words that are not in the text any more. It is kept with its words.'
      : `${lost} remarks and suggestions are about words that are not in the text any more. They are kept with their words.`,
  ];
}

function doubtsOf({ formats, rows, pictures, contents, notes }: ChangeLog, outside: number): string[] {
  const doubts: string[] = [];
  if (contents > 0) doubts.push('The table of contents was left out, since Dateline makes its own.');
  if (formats > 0)
    doubts.push('Changes of looks that were tracked were left out: words look as before them.');
  if (rows > 0)
    doubts.push(
      'Rows of tables were added or taken out while changes were tracked. All of them are in the text; which should stay?',
    );
  if (pictures > 0)
    doubts.push(
      'A picture was put in while changes were tracked. Dateline cannot suggest pictures, so it was left out.',
    );
  if (notes > 0)
    doubts.push('Changes within footnotes were tracked. The footnotes are as they were before them.');
  if (outside > 0)
    doubts.push(
      'Pictures that lie outside of the file stayed there, since Dateline fetches nothing. Drop them in again if you have them.',
    );
  return doubts;
}
