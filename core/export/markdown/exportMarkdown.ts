import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import { stringify } from 'yaml';
import { collectClaims } from '../../evidence/collectClaims';
import { stringifyMarkdown } from '../../import/markdown/processor';
import { parseDialect } from '../../import/markdown/readDialect';
import { joinTexts } from '../../import/markdown/readInlines';
import { printable } from '../../import/printable';
import { emptyContent } from '../../narrative/narrativeDoc';
import { narrativeHeading } from '../../narrative/partState';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import type { RichDoc, RichNode } from '../../narrative/richText';
import { canonicalDoc } from '../../narrative/schema';
import type { ExportDocument, ExportText } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import { type PreparedPart, prepareParts, showsEvidence } from '../prepareParts';
import { createSourceLines } from '../sourceLines';
import { ClaimNotes } from './claimNotes';
import { emptyParagraph } from './writeBlocks';
import { writeParked } from './writeParked';
import { writePart } from './writePart';

/**
 * The narrative as GitHub-flavoured Markdown with front matter, as described in `docs/markdown-format.md`.
 * Reading it back gives the same text; where it does not, a warning names the part.
 */
export function exportMarkdown(document: ExportDocument): ExportText {
  const warnings = new ExportWarnings();
  const templates = emptyContent().parts;
  const parts = prepareParts(document, warnings).map((part) => ({ ...part, doc: comparable(part.doc) }));
  const written = parts.filter((part) => !isEqual(part.doc, comparable(templates[part.key])));
  const footnotes: string[] = [];
  const claims = new ClaimNotes(document.content.evidence, createSourceLines(document, warnings));
  const { screens } = document.content;
  const body = written.flatMap((part) => {
    tellOfPictures(part, warnings);
    return writePart(part, { part: part.key, warnings, footnotes, claims, screens });
  });
  const notes = footnotes.map((text, index) => writeFootnote(text, index + 1));
  const cards = showsEvidence(document) ? claims.definitions(collectClaims(document.content).orphans) : [];
  const text =
    frontMatter(document) +
    stringifyMarkdown({ type: 'root', children: [...body, ...writeParked(document), ...notes, ...cards] });
  tellOfLosses(text, parts, warnings);
  return { text, warnings: warnings.list() };
}

function frontMatter({ meta, content, options, date }: ExportDocument): string {
  const fields = {
    title: printable(narrativeHeading(content, meta.name)),
    name: printable(meta.name),
    draft: meta.draft,
    date,
    language: meta.language,
    stage: meta.stage,
    confidentiality: printable(options.confidentiality || meta.confidentiality),
    ...(Object.keys(content.states).length === 0 ? {} : { states: content.states }),
    ...(content.gate ? { gate: content.gate } : {}),
    ...listOf('facts', content.facts),
    ...listOf('drawer', content.drawer),
    dateline: 1,
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n`;
}

const listOf = (name: string, records: Readonly<Record<string, object>>) =>
  Object.keys(records).length === 0 ? {} : { [name]: Object.values(records) };

function writeFootnote(text: string, number: number): FootnoteDefinition {
  const lines = text
    .split('\n')
    .map((line): PhrasingContent[] => (line === '' ? [] : [{ type: 'text', value: line }]));
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
  );
  const label = String(number);
  const content = text === '' ? emptyParagraph() : { type: 'paragraph' as const, children };
  return { type: 'footnoteDefinition', identifier: label, label, children: [content] };
}

function tellOfPictures({ key, doc }: PreparedPart, warnings: ExportWarnings): void {
  if (hasPicture(doc))
    warnings.add(
      'missing-picture',
      'Markdown names its pictures but cannot hold them. A .dateline file carries them along.',
      key,
    );
}

const hasPicture = (node: RichNode): boolean =>
  node.type === 'image' || (node.content ?? []).some(hasPicture);

/** Reads the text back as an import would, and compares: no loss goes untold. */
function tellOfLosses(text: string, parts: readonly PreparedPart[], warnings: ExportWarnings): void {
  const read = parseDialect(text).content.parts;
  for (const { key, doc } of parts) {
    if (!isEqual(comparable(read[key]), doc)) warnings.add('attribute-lost', lossSentence(key), key);
  }
}

function lossSentence(key: PartKey): string {
  return `Some details of ${partDefinitions[key].title} have no place in Markdown, so reading the file back will differ a little.`;
}

/** The same text in the one shape in which equal texts are equal JSON. */
function comparable(doc: RichDoc): RichDoc {
  return withJoinedTexts(canonicalDoc(doc)) as RichDoc;
}

function withJoinedTexts(node: RichNode): RichNode {
  return node.content ? { ...node, content: joinTexts(node.content).map(withJoinedTexts) } : node;
}

const isEqual = (a: RichNode, b: RichNode) => JSON.stringify(a) === JSON.stringify(b);
