import { stringify } from 'yaml';
import { collectClaims } from '../../evidence/collectClaims';
import { assetFolder } from '../../import/markdown/dialect';
import { stringifyMarkdown } from '../../import/markdown/processor';
import { parseDialect } from '../../import/markdown/readDialect';
import { printable } from '../../import/printable';
import { emptyContent } from '../../narrative/narrativeDoc';
import { narrativeHeading } from '../../narrative/partState';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import type { RichNode } from '../../narrative/richText';
import { type ExportMarkFields, writeExportMark } from '../../review/exportMark';
import { chosenRecords, isWhole } from '../chosenRecords';
import type { ExportDocument, ExportText } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import { type PreparedPart, prepareParts, showsEvidence } from '../prepareParts';
import { reviewStamp } from '../reviewStamp';
import { createSourceLines } from '../sourceLines';
import { Anchors } from '../thread/anchors';
import { createReferences, exportedThread } from '../thread/references';
import { ClaimNotes } from './claimNotes';
import { comparable, isEqualText } from './comparable';
import { withLiveLinks } from './liveLinks';
import { writeMinutes } from './writeMinutes';
import { writeNotes } from './writeNotes';
import { writeParked } from './writeParked';
import { writePart } from './writePart';
import { writeThread } from './writeThread';
import type { WritingContext } from './writingContext';

/**
 * The narrative as GitHub-flavoured Markdown with front matter, as described in `docs/markdown-format.md`.
 * Reading it back gives the same text; where it does not, a warning names the part.
 */
export function exportMarkdown(document: ExportDocument): ExportText {
  const warnings = new ExportWarnings();
  const templates = emptyContent().parts;
  const parts = prepareParts(document, warnings).map((part) => ({ ...part, doc: comparable(part.doc) }));
  const written = parts.filter((part) => !isEqualText(part.doc, comparable(templates[part.key])));
  const footnotes: string[] = [];
  const claims = new ClaimNotes(document.content.evidence, createSourceLines(document, warnings));
  const thread = exportedThread(document);
  const context: Omit<WritingContext, 'part'> = {
    ...{ warnings, footnotes, claims, document },
    anchors: new Anchors(document.options.layout !== 'release'),
    referencesOf: once(createReferences(document, thread)),
    drawingPath: (asset) => (document.assets.has(asset) ? `${assetFolder}${asset}` : null),
  };
  const body = written.flatMap((part) => {
    tellOfPictures(part, warnings);
    return writePart(part, { ...context, part: part.key });
  });
  const appendices = [
    ...(thread ? writeThread(thread, context) : []),
    ...writeParked(document),
    ...writeMinutes(context),
  ];
  const notes = writeNotes(footnotes);
  const orphans = isWhole(document) ? collectClaims(document.content).orphans : [];
  const cards = showsEvidence(document) ? claims.definitions(orphans) : [];
  const root = withLiveLinks({ type: 'root', children: [...body, ...appendices, ...notes, ...cards] });
  const text = frontMatter(document) + stringifyMarkdown(root);
  tellOfLosses(text, parts, warnings);
  return { text, warnings: warnings.list() };
}

/** Says each thing once, however often it is asked. */
function once(referencesOf: WritingContext['referencesOf']): WritingContext['referencesOf'] {
  const said = new Set<string>();
  return (id) => (said.has(id) ? [] : referencesOf(said.add(id) && id));
}

function frontMatter(document: ExportDocument): string {
  const { meta, content, options, date } = document;
  const { states, gate, facts, drawer, screens, storyboards, promises, links } = chosenRecords(document);
  const isRelease = options.layout === 'release';
  const fields = {
    title: printable(narrativeHeading(content, meta.name)),
    name: printable(meta.name),
    draft: meta.draft,
    date,
    language: meta.language,
    stage: meta.stage,
    confidentiality: printable(options.confidentiality || meta.confidentiality),
    review: reviewStamp(document),
    ...markFields(document),
    ...(Object.keys(states).length === 0 ? {} : { states }),
    ...(gate ? { gate } : {}),
    ...listOf('facts', facts),
    ...listOf('drawer', drawer),
    ...(isRelease ? {} : listOf('screens', screens)),
    ...(isRelease ? {} : listOf('storyboards', storyboards)),
    ...listOf('promises', promises),
    ...listOf('links', links),
    dateline: 1,
  };
  return `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n`;
}

/** Fields that say nothing are left out. */
function markFields({ mark }: ExportDocument): Partial<ExportMarkFields> {
  if (!mark) return {};
  return Object.fromEntries(Object.entries(writeExportMark(mark)).filter(([, words]) => words !== ''));
}

const listOf = (name: string, records: Readonly<Record<string, object>>) =>
  Object.keys(records).length === 0 ? {} : { [name]: Object.values(records) };

function tellOfPictures({ key, doc }: PreparedPart, warnings: ExportWarnings): void {
  if (hasPicture(doc))
    warnings.add(
      'missing-picture',
      'Markdown names its pictures but cannot hold them. A .dateline file carries them along.',
      key,
    );
}

const hasPicture = (node: RichNode): boolean =>
  node.type === 'image' || node.type === 'screen' || (node.content ?? []).some(hasPicture);

/** Reads the text back as an import would, and compares: no loss goes untold. */
function tellOfLosses(text: string, parts: readonly PreparedPart[], warnings: ExportWarnings): void {
  const read = parseDialect(text).content.parts;
  for (const { key, doc } of parts) {
    if (!isEqualText(comparable(read[key]), doc)) warnings.add('attribute-lost', lossSentence(key), key);
  }
}

function lossSentence(key: PartKey): string {
  return `Some details of ${partDefinitions[key].title} have no place in Markdown, so reading the file back will differ a little.`;
}
