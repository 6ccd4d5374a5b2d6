import { stringify } from 'yaml';
import { collectClaims } from '../../evidence/collectClaims';
import { checksumOf } from '../../format/narrativeFile';
import {
  cardFileName,
  folderFormat,
  folderFormatVersion,
  partFileName,
} from '../../import/folder/folderCard';
import { readFolder } from '../../import/folder/readFolder';
import { assetFolder } from '../../import/markdown/dialect';
import { stringifyMarkdown } from '../../import/markdown/processor';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import { type RichNode, stringAttr } from '../../narrative/richText';
import type { ExportDocument } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import { ClaimNotes } from '../markdown/claimNotes';
import { comparable, isEqualText } from '../markdown/comparable';
import { withLiveLinks } from '../markdown/liveLinks';
import { writeNotes } from '../markdown/writeNotes';
import { writePart } from '../markdown/writePart';
import { markOf } from '../markOf';
import { type PreparedPart, prepareParts } from '../prepareParts';
import { createSourceLines, type SourceLine } from '../sourceLines';
import { Anchors } from '../thread/anchors';
import { drawingPaths, type FolderPicture } from './drawingPaths';

/** Names of parts' files that are not the usual ones, since somebody renamed them. */
export type PartNames = Partial<Record<PartKey, string>>;

export interface FolderText {
  path: string;
  text: string;
}

/** A narrative as files: all its texts, and which stored pictures belong where. */
export interface ExportedFolder {
  /** `narrative.json` comes last, since it speaks of the others. */
  texts: FolderText[];
  pictures: FolderPicture[];
}

/**
 * The whole narrative as a folder: one Markdown file for each part, in the dialect of `docs/markdown-format.md`, and
 * a `narrative.json` for what Markdown cannot say. Reading it back gives the same narrative.
 */
export function exportFolder(
  given: ExportDocument,
  { names = {}, warnings = new ExportWarnings() }: { names?: PartNames; warnings?: ExportWarnings } = {},
): ExportedFolder {
  const document = whole(given);
  const parts = prepareParts(document, warnings);
  const drawings = drawingPaths(document.content);
  const paths = new Map(drawings.map(({ path, asset }) => [asset, path]));
  const writing = { document, warnings, lineOf: createSourceLines(document, warnings), paths };
  const fileOf = (part: PartKey) => names[part] ?? partFileName(part);
  const texts = parts.map((part) => ({ path: fileOf(part.key), text: writePartText(part, writing) }));
  const pictures = [...drawings, ...imagesIn(document)];
  const card = { path: cardFileName, text: writeCard(document, { texts, pictures, fileOf }) };
  return { texts: [...texts, card], pictures };
}

/** Tells in the warnings which parts would not read back as they are. */
export function tellOfFolderLosses(
  document: ExportDocument,
  { texts }: ExportedFolder,
  warnings: ExportWarnings,
): void {
  const read = readFolder(new Map(texts.map(({ path, text }) => [path, text]))).content.parts;
  for (const { key, doc } of prepareParts(whole(document), new ExportWarnings())) {
    if (isEqualText(comparable(read[key]), comparable(doc))) continue;
    const { title } = partDefinitions[key];
    warnings.add(
      'attribute-lost',
      `Some details of ${title} have no place in Markdown, so reading the file back will differ a little.`,
      key,
    );
  }
}

/** A folder always holds everything: what was left out of it could not be told from what was deleted. */
function whole(document: ExportDocument): ExportDocument {
  const all = {
    layout: 'narrative',
    parts: [...partKeys],
    evidence: true,
    thread: true,
    drawer: false,
    minutes: false,
  } as const;
  return { ...document, options: { ...document.options, ...all, parts: [...partKeys] } };
}

interface FolderWriting {
  document: ExportDocument;
  warnings: ExportWarnings;
  lineOf: SourceLine;
  paths: ReadonlyMap<string, string>;
}

function writePartText(part: PreparedPart, { document, warnings, lineOf, paths }: FolderWriting): string {
  const footnotes: string[] = [];
  const claims = new ClaimNotes(document.content.evidence, lineOf);
  const body = writePart(part, {
    ...{ part: part.key, document, warnings, footnotes, claims },
    // References would lead from file to file; whoever reads the folder has the whole thread in the app.
    anchors: new Anchors(false),
    referencesOf: () => [],
    drawingPath: (asset) => paths.get(asset) ?? null,
  });
  const children = [...body, ...writeNotes(footnotes), ...claims.definitions([])];
  const front = stringify({ id: document.meta.id, part: part.key, dateline: 1 });
  return `---\n${front}---\n\n${stringifyMarkdown(withLiveLinks({ type: 'root', children }))}`;
}

interface CardWriting extends ExportedFolder {
  fileOf: (part: PartKey) => string;
}

function writeCard(document: ExportDocument, { texts, pictures, fileOf }: CardWriting): string {
  const { meta, content } = document;
  const { id, version } = markOf(document);
  const { name, stage, draft, language, confidentiality } = meta;
  const { states, gate, facts, drawer, screens, storyboards, promises, links } = content;
  const lists = { facts, drawer, screens, storyboards, promises, links };
  const card = {
    ...{ format: folderFormat, formatVersion: folderFormatVersion, id, version },
    meta: { name, stage, draft, language, confidentiality },
    states,
    gate,
    evidence: collectClaims(content).orphans,
    ...Object.fromEntries(Object.entries(lists).map(([key, records]) => [key, Object.values(records)])),
    parts: Object.fromEntries(partKeys.map((part) => [part, fileOf(part)])),
    pictures: Object.fromEntries(pictures.map(({ path, asset }) => [path, asset])),
    written: Object.fromEntries(texts.map(({ path, text }) => [path, checksumOf(text)])),
  };
  return `${JSON.stringify(card, null, 2)}\n`;
}

function imagesIn({ content }: ExportDocument): FolderPicture[] {
  const assets = new Set<string>();
  const visit = (node: RichNode): void => {
    if (node.type === 'image' && stringAttr(node, 'asset') !== '') assets.add(stringAttr(node, 'asset'));
    node.content?.forEach(visit);
  };
  for (const part of partKeys) visit(content.parts[part]);
  return [...assets].map((asset) => ({ path: `${assetFolder}${asset}`, asset }));
}
